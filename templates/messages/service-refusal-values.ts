/** The values of refusals about pledges of service, posts and time that is given, by code. */
export interface ServiceRefusalValues {
  'post_holding.days': { from: string; to: string }
  'post_holding.ended': { holding: number; to: string }
  'post_holding.twice': { post: string; party: string }
  'post_holding.unknown': { holding: number }
  'service_pledge.days': { from: string; due: string }
  'service_pledge.ended': { pledge: number; outcome: string }
  'service_pledge.own': { pledge: number }
  'service_pledge.unknown': { pledge: number }
  'service_post.closed': { post: string }
  'service_post.full': { post: string; wanted: number }
  'service_post.held': { post: string; parties: readonly string[] }
  'service_post.taken': { post: string }
  'service_post.unknown': { post: string }
  'service_time.checked': { time: number }
  'service_time.day_full': { party: string; day: string; minutes: number }
  'service_time.interest': { time: number; interests: readonly string[] }
  'service_time.not_theirs': { party: string; to: string }
  'service_time.outside': { day: string; from: string; to: string | null }
  'service_time.own_hand': { time: number }
  'service_time.unknown': { time: number }
}
