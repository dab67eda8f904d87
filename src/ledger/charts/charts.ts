/** The charts that ship. */
import { asc958Chart } from './asc-958.ts'
import type { Chart } from './chart.ts'
import { chinaNpoChart } from './china-npo.ts'
import { generalChart } from './general.ts'

export const chartIds = ['general', 'asc-958', 'china-npo'] as const

export const charts: Readonly<Record<Chart['id'], Chart>> = {
  general: generalChart,
  'asc-958': asc958Chart,
  'china-npo': chinaNpoChart,
}
