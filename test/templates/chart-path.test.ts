import { describe, expect, it } from 'vitest'
import { chartPath } from '../../templates/parts/chart-path.ts'

const size = { width: 120, height: 60 }

describe('a chart is a path', () => {
  it('through all values, with zero on the scale', () => {
    expect(chartPath(['100.00', '50.00', '-20.00', '0.00'], size)).toEqual({
      line: 'M0,0L40,25L80,60L120,50',
      area: 'M0,0L40,25L80,60L120,50L120,50L80,50L40,50L0,50Z',
      bars: 'M4.5,50V0h21V50ZM34.5,50V25h21V50ZM64.5,50V60h21V50Z',
      zero: 50,
    })
  })

  it.each([
    ['nothing', [], { line: '', area: '', bars: '', zero: 60 }],
    ['zeros', ['0.00', '0.00'], { line: 'M0,60L120,60', bars: '', zero: 60 }],
    ['losses alone', ['-1.00', '-2.00'], { line: 'M0,30L120,60', zero: 0 }],
  ])('of %s', (_, values, paths) => {
    expect(chartPath(values, size)).toMatchObject(paths)
  })

  it('of one value has a bar, and of the largest amounts stays within its size', () => {
    expect(chartPath(['5.00'], size).bars).toBe('M18,60V0h84V60Z')
    expect(chartPath(['9007199254740991', '-9007199254740991'], size).line).toBe('M0,0L120,60')
  })
})
