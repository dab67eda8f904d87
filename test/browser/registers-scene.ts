/** The registers of pairing as pages show them: places, a helper with much to say, one who leaves, a body, needs. */
import { enroll, update } from '../../src/pairing/registers/helper-commands.ts'
import { open } from '../../src/pairing/registers/need-commands.ts'
import { add } from '../../src/pairing/registers/place-commands.ts'
import { register } from '../../src/people/commands.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'

/** Puts it into the book, after the pairs, whose numbers stand in addresses. */
export function registersScene(t: TestBook): void {
  const clerk = { actor: 'user:902' }
  const person = (name: string) => t.does(register, { kind: 'person', name }, clerk).output.party
  t.does(
    add,
    { place: 'east-village', name: '东坪村', latitude: 31.2304, longitude: 121.4737 },
    clerk,
  )
  t.does(add, { place: 'upper-quarter', name: 'Upper Quarter of Saint Bartholomew' }, clerk)
  const { helper } = t.does(
    enroll,
    {
      party: person('欧阳文静'),
      capacity: 3,
      place: 'east-village',
      skills: ['teaching', 'medicine', 'law', 'computers'],
      languages: ['zh', 'yue', 'sgn', 'fr'],
      times: ['weekday_evening', 'weekend_day'],
      gender: 'woman',
      most_km: 25,
      refuses: ['household'],
      note: '退休教师，愿意上门辅导',
    },
    clerk,
  ).output
  t.does(update, { helper, standing: 'leaving', leaves_on: '2030-06-30' }, clerk)
  const works = { kind: 'organisation', name: 'Riverside Spinning and Weaving Works' } as const
  t.does(enroll, { party: works, sort: 'enterprise', place: 'upper-quarter' }, clerk)
  t.does(
    open,
    {
      party: person('东方小玉'),
      kind: 'study',
      urgency: 3,
      wanted: 2,
      place: 'east-village',
      languages: ['yue'],
      times: ['weekend_day'],
      gender: 'woman',
      sorts: ['person', 'association'],
      same_unit: true,
      musts: ['languages', 'times'],
      note: '初三学生，数学需要辅导',
    },
    clerk,
  )
}

/** Pages by their routes, as in places.ts. */
export const registersPages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/b/:book/pairing/helpers': {
    'register-helpers': '/pairing/helpers',
    'register-helpers-none': '/pairing/helpers?standing=ended',
  },
  '/b/:book/pairing/helpers/new': { 'register-helper-new': '/pairing/helpers/new' },
  '/b/:book/pairing/helpers/:helper{[0-9]+}': {
    'register-helper': '/pairing/helpers/1',
    'register-helper-leaving': '/pairing/helpers/4',
  },
  '/b/:book/pairing/helpers/:helper{[0-9]+}/update': {
    'register-helper-update': '/pairing/helpers/4/update',
  },
  '/b/:book/pairing/helpers/import': { 'register-helpers-import': '/pairing/helpers/import' },
  '/b/:book/pairing/needs': { 'register-needs': '/pairing/needs' },
  '/b/:book/pairing/needs/new': { 'register-need-new': '/pairing/needs/new' },
  '/b/:book/pairing/needs/:need{[0-9]+}': {
    'register-need': '/pairing/needs/1',
    'register-need-asks': '/pairing/needs/7',
  },
  '/b/:book/pairing/needs/:need{[0-9]+}/update': {
    'register-need-update': '/pairing/needs/7/update',
  },
  '/b/:book/pairing/needs/import': { 'register-needs-import': '/pairing/needs/import' },
  '/b/:book/pairing/places': { 'register-places': '/pairing/places' },
  '/b/:book/pairing/places/new': { 'register-place-new': '/pairing/places/new' },
  '/b/:book/pairing/places/:place{[a-z0-9-]{1,40}}': {
    'register-place': '/pairing/places/east-village',
  },
  '/b/:book/pairing/places/:place/update': {
    'register-place-update': '/pairing/places/east-village/update',
  },
}

/** Files. */
export const noRegistersPages: Readonly<Record<string, string>> = {
  '/b/:book/pairing/helpers/import/template.csv': 'a file',
  '/b/:book/pairing/needs/import/template.csv': 'a file',
}
