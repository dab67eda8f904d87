/** The permission matrix as people review it: a change of who may do what is a change of the golden file. */
import { expect, it } from 'vitest'
import { roles } from '../../src/book/registry.ts'
import { registry } from '../../src/registry.ts'
import { permissionMatrix, permissionsOf } from '../../src/web/permissions.ts'

it('[A3] is the one that was reviewed', async () => {
  await expect(permissionMatrix(registry)).toMatchFileSnapshot('../golden/permissions.txt')
})

it('[A3] lets members and training providers change nothing but what is their own', () => {
  for (const { name, kind, may, reach } of permissionsOf(registry)) {
    expect([name, may.length > 0]).toEqual([name, true])
    const changes = kind === 'command' && reach !== 'oneself'
    const outsiders = may.filter((role) => role === 'member' || role === 'training_provider')
    expect([name, changes ? outsiders : []]).toEqual([name, []])
    expect(may.every((role) => roles.includes(role))).toBe(true)
  }
})
