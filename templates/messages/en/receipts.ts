/** Pages of receipts. */
export const receipts = {
  title: 'Receipts',
  lead: 'Numbered without a gap, for each fund and year. A receipt that became void keeps its number.',
  empty: 'No receipt yet',
  empty_lead: 'A receipt is given on the page of a contribution, once it is known whose it is.',
  none_found: 'No receipt matches these filters.',
  waiting: 'Contributions without a receipt',
  number: 'No.',
  issued_on: 'Given on',
  to: 'To',
  contribution: 'For',
  statutory: 'Statutory no.',
  statutory_number: 'Number of the statutory donation receipt',
  statutory_hint:
    'Only where a body entitled to do so has issued one. The receipt here confirms that the fund has received the contribution.',
  stands: 'Valid',
  void: 'Void',
  pdf: 'PDF',
  pdf_of: (v: { receipt: string }) => `Receipt ${v.receipt} as PDF`,
  give: 'Give a receipt',
  give_lead: 'It has the next number of its fund and year, and says what was kept until today.',
  do_give: 'Give the receipt',
}
