/** Words of people: where they belong, who they live with, what they are to one another. */
export const peopleWords = {
  /** How somebody belongs to a unit. */
  membership_sort: {
    home: 'Home unit',
    current: 'Works here now',
    honorary: 'Honorary',
  },
  /** Why a membership ended. */
  membership_cause: {
    transferred: 'transferred',
    left: 'left',
    died: 'died',
    mistake: 'recorded by mistake',
  },
  /** What somebody is to the head of their household. */
  relation: {
    head: 'Head of the household',
    spouse: 'Spouse',
    child: 'Child',
    parent: 'Parent',
    grandparent: 'Grandparent',
    grandchild: 'Grandchild',
    sibling: 'Sibling',
    other_kin: 'Other relative',
    not_related: 'Not related',
  },
  /** Why somebody’s time in a household ended. */
  household_cause: {
    left: 'left',
    moved: 'moved to another household',
    new_head: 'relations recorded anew',
    died: 'died',
    mistake: 'recorded by mistake',
  },
  /** What one is to another. */
  tie_role: {
    spouse: 'Spouse',
    parent: 'Parent',
    adoptive_parent: 'Adoptive parent',
    step_parent: 'Step-parent',
    child: 'Child',
    adoptive_child: 'Adopted child',
    step_child: 'Stepchild',
    sibling: 'Sibling',
    grandparent: 'Grandparent',
    grandchild: 'Grandchild',
    guardian: 'Guardian',
    ward: 'Ward',
    parent_in_law: 'Parent-in-law',
    child_in_law: 'Child-in-law',
    sibling_in_law: 'Sibling-in-law',
    other_kin: 'Other relative',
    guarantor: 'Guarantor',
    guaranteed: 'Guaranteed by them',
    referee: 'Referee',
    referred: 'Recommended by them',
    paired_helper: 'Paired helper',
    helped: 'Helped in a pair',
    employer: 'Employer',
    employee: 'Employee',
  },
  /** What became of somebody. */
  party_status: {
    active: 'Active',
    retired: 'Retired',
    left: 'Left',
    died: 'Died',
  },
  /** What somebody is in the book, by what happened. */
  party_role: {
    member: 'Member',
    donor: 'Donor',
    beneficiary: 'Helped',
    payee: 'Paid for others',
    helper: 'Paired helper',
    vendor: 'Vendor',
    training_provider: 'Training provider',
  },
}
