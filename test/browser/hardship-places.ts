/** Where the pages of hardship can be seen; what stands on them is in hardship-scene.ts. */

/** The number of a batch of the scene, which is of the year in which the tests run. */
function batch(number: number): string {
  return `B-${new Date().getFullYear()}-000${number}`
}

/** Pages by their routes, as in places.ts. */
export const hardshipPages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/b/:book/disbursements': {
    disbursements: '/disbursements?from=2026-01-01&to=2026-12-31',
    'disbursements-none': '/disbursements?from=2019-01-01&to=2019-12-31',
  },
  '/b/:book/funds/:fund/paying-account': { 'paying-account': '/funds/care/paying-account' },
  '/b/:book/aid-events/new': { 'aid-event-new': '/aid-events/new' },
  '/b/:book/allowances': { allowances: '/allowances' },
  '/b/:book/allowances/:month{[0-9]{4}-[0-9]{2}}/instalments': {
    'allowance-instalments': '/allowances/2026-04/instalments',
  },
  '/b/:book/application-codes': { 'application-codes': '/application-codes' },
  '/b/:book/application-codes/:code{[0-9]+}/end': {
    'application-code-end': '/application-codes/1/end',
  },
  '/b/:book/application-codes/new': { 'application-code-new': '/application-codes/new' },
  '/b/:book/apply': { apply: '/apply' },
  '/b/:book/awards': { awards: '/awards' },
  '/b/:book/batches': { batches: '/batches' },
  '/b/:book/batches/:batch/close': { 'batch-close': `/batches/${batch(1)}/close` },
  '/b/:book/batches/:batch/drop': { 'batch-drop': `/batches/${batch(2)}/drop` },
  '/b/:book/batches/:batch/lines/:line/bounce': {
    'batch-line-bounce': `/batches/${batch(1)}/lines/1/bounce`,
  },
  '/b/:book/batches/:batch/lines/:line/removal': {
    'batch-line-removal': `/batches/${batch(2)}/lines/1/removal`,
  },
  '/b/:book/batches/:batch/lines/:line/result': {
    'batch-line-result': `/batches/${batch(1)}/lines/3/result`,
  },
  '/b/:book/batches/:batch/lines/:line{[0-9]+}/signature': {
    'batch-line-signature': `/batches/${batch(1)}/lines/3/signature`,
  },
  '/b/:book/batches/:batch/release': { 'batch-release': `/batches/${batch(2)}/release` },
  '/b/:book/batches/:batch{B-[0-9]+-[0-9]+}': {
    batch: `/batches/${batch(1)}`,
    'batch-prepared': `/batches/${batch(2)}`,
  },
  '/b/:book/batches/new': { 'batch-new': '/batches/new?fund=aid&form=bank' },
  '/b/:book/call-backs': { 'call-backs': '/call-backs' },
  '/b/:book/call-backs/:draw{[0-9]+}': { 'call-back-draw': '/call-backs/1' },
  '/b/:book/call-backs/:draw{[0-9]+}/drawing': { 'call-back-drawing': '/call-backs/1/drawing' },
  '/b/:book/call-backs/new': { 'call-back-new': '/call-backs/new' },
  '/b/:book/cases': { cases: '/cases', 'cases-none': '/cases?state=cancelled' },
  '/b/:book/cases/:case/grievances/new': { 'grievance-new': '/cases/14/grievances/new' },
  '/b/:book/cases/:case/revision': { 'case-revision': '/cases/1/revision' },
  '/b/:book/cases/:case{[0-9]+}': {
    case: '/cases/1',
    'case-before-committee': '/cases/3',
    'case-on-notice': '/cases/4',
    'case-paid': '/cases/11',
    'case-refused': '/cases/14',
    'case-asked': '/cases/15',
  },
  '/b/:book/cases/:case{[0-9]+}/account': { 'case-account': '/cases/1/account' },
  '/b/:book/cases/:case{[0-9]+}/answer': { 'case-answer': '/cases/15/answer' },
  '/b/:book/cases/:case{[0-9]+}/approval': { 'case-approval': '/cases/1/approval' },
  '/b/:book/cases/:case{[0-9]+}/cap-decision': { 'case-cap-decision': '/cases/1/cap-decision' },
  '/b/:book/cases/:case{[0-9]+}/cap-request': { 'case-cap-request': '/cases/1/cap-request' },
  '/b/:book/cases/:case{[0-9]+}/checks': { 'case-checks': '/cases/1/checks' },
  '/b/:book/cases/:case{[0-9]+}/clawback': { 'case-clawback': '/cases/11/clawback' },
  '/b/:book/cases/:case{[0-9]+}/clearance': { 'case-clearance': '/cases/1/clearance' },
  '/b/:book/cases/:case{[0-9]+}/documents/:document{[0-9]+}/amount': {
    'case-document-amount': '/cases/15/documents/1/amount',
  },
  '/b/:book/cases/:case{[0-9]+}/documents/new': { 'case-document-new': '/cases/1/documents/new' },
  '/b/:book/cases/:case{[0-9]+}/emergency': { 'case-emergency': '/cases/1/emergency' },
  '/b/:book/cases/:case{[0-9]+}/end': { 'case-end': '/cases/12/end' },
  '/b/:book/cases/:case{[0-9]+}/home-visit': { 'case-home-visit': '/cases/1/home-visit' },
  '/b/:book/cases/:case{[0-9]+}/question': { 'case-question': '/cases/1/question' },
  '/b/:book/cases/:case{[0-9]+}/ratification': { 'case-ratification': '/cases/11/ratification' },
  '/b/:book/cases/:case{[0-9]+}/refusal': { 'case-refusal': '/cases/1/refusal' },
  '/b/:book/cases/:case{[0-9]+}/revisits/new': { 'case-revisit': '/cases/11/revisits/new' },
  '/b/:book/cases/:case{[0-9]+}/return': { 'case-return': '/cases/3/return' },
  '/b/:book/cases/:case{[0-9]+}/review': { 'case-review': '/cases/1/review' },
  '/b/:book/cases/:case{[0-9]+}/verification': { 'case-verification': '/cases/1/verification' },
  '/b/:book/cases/:case{[0-9]+}/withdrawal': { 'case-withdrawal': '/cases/1/withdrawal' },
  '/b/:book/cases/approval': { 'cases-approval': '/cases/approval?round=1' },
  '/b/:book/cases/checks': { 'cases-checks': '/cases/checks?round=1' },
  '/b/:book/cases/clearance': { 'cases-clearance': '/cases/clearance?round=1' },
  '/b/:book/cases/home-visit': { 'cases-home-visit': '/cases/home-visit?round=1' },
  '/b/:book/cases/new': { 'case-new': '/cases/new' },
  '/b/:book/cases/review': { 'cases-review': '/cases/review?round=1' },
  '/b/:book/cases/verification': { 'cases-verification': '/cases/verification?round=1' },
  '/b/:book/claims': { claims: '/claims' },
  '/b/:book/follow-up': { 'follow-up': '/follow-up' },
  '/b/:book/follow-up/confirmation': { 'follow-up-confirmation': '/follow-up/confirmation' },
  '/b/:book/follow-up/signals': { 'follow-up-signals': '/follow-up/signals' },
  '/b/:book/follow-up/visits': { 'follow-up-visits': '/follow-up/visits' },
  '/b/:book/grievances': { grievances: '/grievances' },
  '/b/:book/grievances/:grievance/decision': { 'grievance-decision': '/grievances/1/decision' },
  '/b/:book/grievances/:grievance{[0-9]+}': { grievance: '/grievances/1' },
  '/b/:book/hardship-files': { 'hardship-files': '/hardship-files' },
  '/b/:book/hardship-files/:file/revision': {
    'hardship-file-revision': '/hardship-files/1/revision',
  },
  '/b/:book/hardship-files/:file{[0-9]+}': { 'hardship-file': '/hardship-files/1' },
  '/b/:book/hardship-files/new': { 'hardship-file-new': '/hardship-files/new' },
  '/b/:book/imports/bank-results': { 'import-bank-results': '/imports/bank-results' },
  '/b/:book/notices': { 'public-notices': '/notices' },
  '/b/:book/notices/:notice{[0-9]{1,15}}': { 'public-notice': '/notices/1' },
  '/b/:book/notices/register': { notices: '/notices/register' },
  '/b/:book/notices/register/:notice/objections/new': {
    'objection-new': '/notices/register/1/objections/new',
  },
  '/b/:book/notices/register/:notice/taking-down': {
    'notice-taking-down': '/notices/register/1/taking-down',
  },
  '/b/:book/notices/register/:notice/voiding': { 'notice-voiding': '/notices/register/1/voiding' },
  '/b/:book/notices/register/:notice{[0-9]+}': { notice: '/notices/register/1' },
  '/b/:book/notices/register/new': { 'notice-new': '/notices/register/new' },
  '/b/:book/objections': { objections: '/objections' },
  '/b/:book/objections/:objection/decision': { 'objection-decision': '/objections/1/decision' },
  '/b/:book/objections/:objection/sender': { 'objection-sender': '/objections/1/sender' },
  '/b/:book/objections/:objection{[0-9]+}': { objection: '/objections/1' },
  '/b/:book/programmes': { programmes: '/programmes' },
  '/b/:book/programmes/:programme': { programme: '/programmes/relief' },
  '/b/:book/programmes/:programme/revision': {
    'programme-revision': '/programmes/relief/revision',
  },
  '/b/:book/programmes/new': { 'programme-new': '/programmes/new' },
  '/b/:book/rounds': { rounds: '/rounds' },
  '/b/:book/rounds/:round{[0-9]+}': { round: '/rounds/1', 'round-paid': '/rounds/2' },
  '/b/:book/rounds/:round{[0-9]+}/import': { 'round-import': '/rounds/1/import' },
  '/b/:book/rounds/new': { 'round-new': '/rounds/new' },
  '/b/:book/settings/policies/causes/new': { 'policy-causes-new': '/settings/policies/causes/new' },
  '/b/:book/settings/policies/payments/new': {
    'policy-payments-new': '/settings/policies/payments/new',
  },
  '/b/:book/settings/policies/standards/new': {
    'policy-standards-new': '/settings/policies/standards/new',
  },
  '/b/:book/settings/policies/workflows/:workflow{[a-z0-9-]{1,40}}/new': {
    'policy-workflow-new': '/settings/policies/workflows/full/new',
  },
  '/b/:book/settings/policies/workflows/new': {
    'policy-workflows-new': '/settings/policies/workflows/new',
  },
  '/b/:book/sittings': { sittings: '/sittings' },
  '/b/:book/sittings/:sitting{[0-9]+}': { sitting: '/sittings/1', 'sitting-open': '/sittings/2' },
  '/b/:book/sittings/:sitting{[0-9]+}/attendance': {
    'sitting-attendance': '/sittings/2/attendance',
  },
  '/b/:book/sittings/:sitting{[0-9]+}/closing': { 'sitting-closing': '/sittings/2/closing' },
  '/b/:book/sittings/:sitting{[0-9]+}/recusals/new': {
    'sitting-recusal': '/sittings/2/recusals/new',
  },
  '/b/:book/sittings/:sitting{[0-9]+}/vote': { 'sitting-vote': '/sittings/2/vote' },
  '/b/:book/sittings/new': { 'sitting-new': '/sittings/new' },
}

/** What of hardship answers to GET and is no page of the sweep, with the reason. */
export const noHardshipPages: Readonly<Record<string, string>> = {
  '/b/:book/apply/check': 'with a code alone: application.test.ts',
  '/b/:book/apply/form': 'with a code alone: application.test.ts',
  '/b/:book/apply/form/:step': 'with a code alone: application.test.ts',
  '/b/:book/apply/saved': 'with a code alone: application.test.ts',
  '/b/:book/apply/status': 'with a code alone: application.test.ts',
  '/b/:book/apply/with/:code': 'with a code alone: application.test.ts',
  '/b/:book/batches/:batch/:file{roster\\.(?:pdf|xlsx)}': 'a file',
  '/b/:book/batches/:batch/:file{slips\\.pdf}': 'a file',
  '/b/:book/cases/:case/:file{file\\.pdf}': 'a file',
  '/b/:book/cases/:case{[0-9]+}/documents/:document{[0-9]+}': 'a file',
  '/b/:book/notices/:notice/:file{sheet\\.pdf}': 'a file',
  '/b/:book/sittings/:sitting/:file{minutes\\.pdf}': 'a file',
  '/b/:book/call-backs/:draw{[0-9]+}/answers/:call_back{[0-9]+}':
    'of a drawing that was made: followups pages test',
  '/b/:book/rounds/template.csv': 'a file',
  '/b/:book/claims/:clawback{[0-9]+}/receipt': 'of a claim: awards pages test',
}
