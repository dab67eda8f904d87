/** Words of what is kept of people: fields, consents, grounds of an erasure and what stands in its way. */
export const dataWords = {
  data_field: {
    identity_number: 'Identity number',
    credit_code: 'Unified social credit code',
    bank_account: 'Bank account',
    phone: 'Telephone',
    address: 'Address',
    birth_date: 'Birth date',
  },
  data_document: {
    resident_id: 'Resident identity card',
    passport: 'Passport',
    other: 'Another document',
  },
  consent_purpose: {
    processing: 'Keeping and using their data',
    publication: 'Their name in full on notices',
    photos: 'Photographs of them',
    sensitive_data: 'Data on health, accounts and documents',
    sharing_above: 'Passing on to the level above',
  },
  erasure_ground: {
    asked_for: 'They asked for it',
    consent_withdrawn: 'They withdrew their consent',
    time_over: 'The time for keeping is over',
    not_needed: 'The data are no longer needed',
    unlawful: 'The data should not have been kept',
  },
  erasure_hold: {
    payment_request: 'payment request',
    owed: 'money owed by the fund',
    pledge: 'pledge',
    period: 'month to be reopened',
    user: 'user who signs in',
    case: 'case not yet decided',
    award: 'award not yet paid in full',
    grievance: 'grievance not yet decided',
    clawback: 'money claimed back on a case',
  },
  dealing_class: {
    beneficiary: 'helped',
    refused_applicant: 'application declined',
    payee: 'paid on behalf of others',
    donor: 'gave',
    member: 'member',
    helper: 'helper',
  },
}
