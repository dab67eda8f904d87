/** The values of refusals about calendars, by code. */
export interface CalendarRefusalValues {
  'calendar.ended': { calendar: number }
  'calendar.exists': Readonly<Record<never, never>>
  'calendar.no_helper': { party: string }
  'calendar.of_nobody': Readonly<Record<never, never>>
  'calendar.past': { until: string; today: string; most_days: number }
  'calendar.too_many': { most: number }
  'calendar.unknown': { calendar: number }
}
