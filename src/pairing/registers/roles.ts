/** Who runs the room of pairing, and who may look into it. */
import type { Role } from '../../book/registry.ts'

/** Who enters helpers and needs, puts them together and keeps what becomes of them. */
export const pairingKeepers: readonly Role[] = ['owner', 'pairing_coordinator']

/** Who also sees who helps whom: those who pay or check what is paid. */
export const pairingReaders: readonly Role[] = [
  ...pairingKeepers,
  'fund_administrator',
  'approver',
  'auditor',
]
