/**
 * The kinds of policy and what each says. Nothing numeric is fixed in code: amounts, lengths, caps and quorums
 * are data, versioned and dated, and a decision remembers the version it was taken under.
 */
import type { z } from 'zod'
import { calendarBody } from './calendar.ts'
import { capsBody } from './caps.ts'
import { causesBody } from './causes.ts'
import { committeeBody, dutiesBody, noticeBody, tiersBody } from './deciding.ts'
import { pairingBody } from './pairing.ts'
import { paymentsBody } from './payments.ts'
import { masksBody, retentionBody, signInBody } from './people-data.ts'
import { standardsBody } from './standards.ts'
import { visitingBody } from './visiting.ts'
import { workflowsBody } from './workflows.ts'

export const bodies = {
  duties: dutiesBody,
  committee: committeeBody,
  tiers: tiersBody,
  workflows: workflowsBody,
  causes: causesBody,
  notice: noticeBody,
  caps: capsBody,
  standards: standardsBody,
  payments: paymentsBody,
  pairing: pairingBody,
  visiting: visitingBody,
  calendar: calendarBody,
  masks: masksBody,
  retention: retentionBody,
  sign_in: signInBody,
} as const

export type PolicyKind = keyof typeof bodies
export const policyKinds = Object.keys(bodies) as [PolicyKind, ...PolicyKind[]]

/** What a policy of a kind says. */
export type PolicyBody<K extends PolicyKind> = z.output<(typeof bodies)[K]>

/** A policy of each kind. */
export type PolicyBodies = { readonly [K in PolicyKind]: PolicyBody<K> }
