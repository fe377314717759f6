import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDate } from './dates'

describe('readDate', () => {
  it.each([
    ['2024-03-01', '2024-03-01'],
    ['2024-3-1', '2024-03-01'],
    ['2024/03/01', '2024-03-01'],
    ['20240301', '2024-03-01'],
    [20240301, '2024-03-01'],
    ['2024-03-01 10:00', '2024-03-01T10:00:00Z'],
    ['2024-03-01T10:00:00Z', '2024-03-01T10:00:00Z'],
    ['2024-03-01T10:00:00.000Z', '2024-03-01T10:00:00Z'],
    ['2024-03-01T10:00:00.123456+02:00', '2024-03-01T10:00:00.123+02:00'],
    ['2024-03-01 10:00:00 +0200', '2024-03-01T10:00:00+02:00'],
    ['2024-03-01 10:00:00 -5', '2024-03-01T10:00:00-05:00'],
    ['2024-03-01 9:05:00 PM', '2024-03-01T21:05:00Z'],
    ['March 1, 2024', '2024-03-01'],
    ['Mar 1st, 2024', '2024-03-01'],
    ['1 March 2024', '2024-03-01'],
    ['Fri, 01 Mar 2024 10:00:00 GMT', '2024-03-01T10:00:00Z'],
    ['Fri Mar 01 2024 10:00:00 GMT+0100 (Central European Standard Time)', '2024-03-01T10:00:00+01:00'],
    [1709280000, '2024-03-01T08:00:00Z'],
    [1709280000000, '2024-03-01T08:00:00Z'],
  ])('reads %j as %s', (written, date) => {
    expect(readDate(written)).toBe(date)
  })

  it.each([
    '03/04/2024',
    'tomorrow',
    '2024-02-30',
    '2024-13-01',
    '2024-03-01 25:00',
    '2024-03-01 10:00 XYZ',
    'Foo 1, 2024',
    true,
    12,
    null,
  ])('says nothing of %j, which is no date for certain', (written) => {
    expect(readDate(written)).toBeUndefined()
  })

  it('gives every moment back as it was written in ISO 8601', () => {
    const moment = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, (date) => {
        expect(Date.parse(readDate(date.toISOString()) ?? '')).toBe(date.getTime())
      }),
    )
  })
})
