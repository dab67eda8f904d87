/** Refusals of pledges of service, posts that are taken, and time that is given. */
import { refusal } from '../../kit/refusal.ts'

export const pledgeUnknown = refusal<{ pledge: number }>(
  'service_pledge.unknown',
  404,
  ({ pledge }) => `There is no pledge of service ${pledge} in this book.`,
  'Look it up in the list of pledges.',
)

export const pledgeDays = refusal<{ from: string; due: string }>(
  'service_pledge.days',
  422,
  ({ from, due }) => `The pledge holds from ${from}, and is to be kept by ${due}, before that day.`,
  'Give a day to keep it by that is on the first day or after it.',
)

export const pledgeEnded = refusal<{ pledge: number; outcome: string }>(
  'service_pledge.ended',
  409,
  (v) => `What came of pledge ${v.pledge} is written down: ${v.outcome.replace('_', ' ')}.`,
  'Record a new pledge for what is promised from now on.',
)

export const pledgeOwn = refusal<{ pledge: number }>(
  'service_pledge.own',
  403,
  ({ pledge }) => `Pledge ${pledge} is your own, and nobody says of themselves that they kept it.`,
  'Somebody else writes down what came of it; you may withdraw it.',
)

export const postTaken = refusal<{ post: string }>(
  'service_post.taken',
  409,
  ({ post }) => `There is a post "${post}" already.`,
  'Choose another code for the new one.',
)

export const postUnknown = refusal<{ post: string }>(
  'service_post.unknown',
  404,
  ({ post }) => `There is no post "${post}" in this book.`,
  'Look it up in the list of posts.',
)

export const postClosed = refusal<{ post: string }>(
  'service_post.closed',
  409,
  ({ post }) => `The post "${post}" is closed.`,
  'Open a new one, with a code of its own.',
)

export const postFull = refusal<{ post: string; wanted: number }>(
  'service_post.full',
  409,
  ({ post, wanted }) => `The post "${post}" is for ${wanted}, and so many hold it.`,
  'Wait until somebody gives it back, or open another post.',
)

export const postHeld = refusal<{ post: string; parties: readonly string[] }>(
  'service_post.held',
  409,
  ({ post, parties }) => `The post "${post}" is held by ${parties.join(', ')}.`,
  'Have it given back by everybody who holds it, then close it.',
)

export const holdingUnknown = refusal<{ holding: number }>(
  'post_holding.unknown',
  404,
  ({ holding }) => `Nobody took a post under number ${holding} in this book.`,
  'Look it up on the page of the post.',
)

export const holdingTwice = refusal<{ post: string; party: string }>(
  'post_holding.twice',
  409,
  ({ post, party }) => `${party} holds the post "${post}" already.`,
  'Nobody takes one post twice at a time.',
)

export const holdingEnded = refusal<{ holding: number; to: string }>(
  'post_holding.ended',
  409,
  ({ holding, to }) => `Holding ${holding} of a post ended on ${to}.`,
  'Take the post again from a later day on.',
)

export const holdingDays = refusal<{ from: string; to: string }>(
  'post_holding.days',
  422,
  ({ from, to }) => `The post was taken from ${from} on, and so is not given back on ${to}.`,
  'Give a last day that is on the first day or after it.',
)

export const timeUnknown = refusal<{ time: number }>(
  'service_time.unknown',
  404,
  ({ time }) => `There is no record ${time} of time that was given in this book.`,
  'Look it up in the list of hours.',
)

export const timeNotTheirs = refusal<{ party: string; to: string }>(
  'service_time.not_theirs',
  409,
  ({ party, to }) => `${to} is not ${party}’s, so their time does not count for it.`,
  'Choose what this person or body pledged, holds or takes part in, or leave it out.',
)

export const timeOutside = refusal<{ day: string; from: string; to: string | null }>(
  'service_time.outside',
  422,
  ({ day, from, to }) =>
    `The time was given on ${day}, and what it is for went from ${from} to ${to ?? 'now'}.`,
  'Give a day within it, or leave out what it was for.',
)

export const timeDayFull = refusal<{ party: string; day: string; minutes: number }>(
  'service_time.day_full',
  409,
  (v) => `${v.party} would have given ${v.minutes} minutes on ${v.day}; a day has 1440.`,
  'Look at what is recorded for that day; a body records the people it sends one by one.',
)

export const timeChecked = refusal<{ time: number }>(
  'service_time.checked',
  409,
  ({ time }) => `The time under number ${time} was checked already.`,
  'Leave it out; what was found stands.',
)

export const timeOwnHand = refusal<{ time: number }>(
  'service_time.own_hand',
  403,
  ({ time }) => `You recorded the time under number ${time}, and so do not check it.`,
  'Have somebody else check it. No role is above this rule.',
)

export const timeInterest = refusal<{ time: number; interests: readonly string[] }>(
  'service_time.interest',
  403,
  (v) => `You are close to who gave the time under number ${v.time}: ${v.interests.join(', ')}.`,
  'Have somebody check it who is not. No role is above this rule.',
)
