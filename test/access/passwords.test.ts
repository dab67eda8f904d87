/** Passwords and the throttle on guesses. */
import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { commonPasswords } from '../../src/access/common-passwords.ts'
import { hashPassword, isPassword, requireGoodPassword } from '../../src/access/passwords.ts'
import { openThrottle, windowMs } from '../../src/access/throttle.ts'

const good = 'rain on the tin roof'
const key = 'the-key-of-the-form'

function code(expected: string) {
  return expect.objectContaining({ code: expected })
}

const stranger = (name: string) => ({ name, known: false })

describe('a password', () => {
  it.each([
    ['password.length', 'short', 'maria'],
    ['password.length', '', 'maria'],
    ['password.length', '雨打铁皮屋顶', 'maria'],
    ['password.length', 'x'.repeat(201), 'maria'],
    ['password.common', 'Password123', 'maria'],
    ['password.common', 'ｐassword123', 'maria'],
    ['password.common', '5201314520', 'maria'],
    ['password.common', '1234567890', 'maria'],
    ['password.common', '9876543210', 'maria'],
    ['password.common', 'abcdefghijkl', 'maria'],
    ['password.common', 'aaaaaaaaaaaa', 'maria'],
    ['password.common', 'ababababababab', 'maria'],
    ['password.is_login', 'maria.lopez', 'maria.lopez'],
    ['password.is_login', 'Maria.Lopez1', 'maria.lopez'],
    ['password.is_login', 'mariamaria12', 'maria'],
  ])('%s: %j', (expected, password, login) => {
    expect(() => requireGoodPassword(password, login)).toThrowError(code(expected))
  })

  it.each([
    good,
    '雨打在铁皮屋顶上的声音',
    'x7Kq-92mPz',
    'maria sings at dawn',
    '🌧🌧🏠🏠🎵🎵🌧🏠🎵🌙🌙',
  ])('is good: %j', (password) => {
    expect(() => requireGoodPassword(password, 'maria')).not.toThrow()
  })

  it('the list holds passwords of ten characters and more, each in small letters', () => {
    const unfit = [...commonPasswords].filter((one) => one !== one.toLowerCase() || one.length < 10)
    expect(unfit).toEqual([])
  })

  it('is kept as a PHC string of scrypt; its salt is that of the form, so a form sent twice is the same', async () => {
    const phc = await hashPassword(good, key)
    expect(phc).toMatch(/^\$scrypt\$ln=15,r=8,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(await hashPassword(good, key)).toBe(phc)
    expect(await hashPassword(good, 'another-key-of-a-form')).not.toBe(phc)
    expect(phc).not.toContain(good)
  })

  it('is told from every other, also in another form of the same characters', async () => {
    const phc = await hashPassword('Café am Fluss 1', key)
    const tried = [
      'Café am Fluss 1',
      'Cafe\u0301 am Fluss 1',
      'café am Fluss 1',
      '',
      'Café am Fluss 1 ',
    ]
    const found = await Promise.all(tried.map((password) => isPassword(password, phc)))
    expect(found).toEqual([true, true, false, false, false])
    expect(await isPassword(good, undefined)).toBe(false)
    expect(await isPassword(good, 'not a hash')).toBe(false)
  })

  it('takes as long for a name that nobody has', async () => {
    const phc = await hashPassword(good, key)
    let [known, unknown] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    const took = async (of: string | undefined) => {
      const started = performance.now()
      await isPassword('wrong password', of)
      return performance.now() - started
    }
    // The quickest of several, in turns: what else the machine does slows down both of them.
    for (let run = 0; run < 7; run += 1) {
      known = Math.min(known, await took(phc))
      unknown = Math.min(unknown, await took(undefined))
    }
    console.info(`scrypt: ${known.toFixed(1)} ms known, ${unknown.toFixed(1)} ms unknown`)
    expect(unknown / known).toBeGreaterThan(0.5)
    expect(unknown / known).toBeLessThan(2)
  })
})

describe('the throttle', () => {
  const fail = async () => undefined
  const pass = async () => 'in'

  function throttleForTests() {
    let now = 0
    const throttle = openThrottle(() => now)
    const fails = async (name: string, times: number) => {
      for (let time = 0; time < times; time += 1) await throttle.attempt(stranger(name), fail)
    }
    return {
      throttle,
      fails,
      turn: (ms: number) => {
        now += ms
      },
    }
  }

  it('sign_in.throttled: after five failures in a quarter of an hour, also with the right password', async () => {
    const { throttle, fails, turn } = throttleForTests()
    await fails('maria', 4)
    turn(60_000)
    await fails('maria', 1)
    await expect(throttle.attempt(stranger('maria'), pass)).rejects.toMatchObject({
      code: 'sign_in.throttled',
      status: 429,
      values: { minutes: 14 },
    })
    expect(await throttle.attempt(stranger('ming'), pass)).toBe('in')
    turn(windowMs - 60_000 - 1)
    await expect(throttle.attempt(stranger('maria'), pass)).rejects.toThrowError(
      'It can be tried again in 1 minute.',
    )
    turn(1)
    expect(await throttle.attempt(stranger('maria'), pass)).toBe('in')
  })

  it('forgets failures once the right password came', async () => {
    const { throttle, fails } = throttleForTests()
    await fails('maria', 4)
    await throttle.attempt(stranger('maria'), pass)
    await fails('maria', 4)
    expect(await throttle.attempt(stranger('maria'), pass)).toBe('in')
  })

  it('counts tries side by side like tries in a row', async () => {
    const { throttle } = throttleForTests()
    let asked = 0
    const guess = async () => {
      asked += 1
      await new Promise((resolve) => setImmediate(resolve))
      return undefined
    }
    const tries = Array.from({ length: 50 }, () => throttle.attempt(stranger('maria'), guess))
    const ended = await Promise.allSettled(tries)
    expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(45)
    expect(asked).toBe(5)
  })

  it('lets fifty in at once who know the password', async () => {
    const { throttle } = throttleForTests()
    const tries = Array.from({ length: 50 }, () => throttle.attempt(stranger('maria'), pass))
    expect(await Promise.all(tries)).toEqual(Array.from({ length: 50 }, () => 'in'))
  })

  it('an error is no failure of the name, and holds nobody up', async () => {
    const { throttle } = throttleForTests()
    const broken = () =>
      throttle.attempt(stranger('maria'), () => Promise.reject(new Error('disk')))
    for (let time = 0; time < 6; time += 1) await expect(broken()).rejects.toThrow('disk')
    expect(await throttle.attempt(stranger('maria'), pass)).toBe('in')
  })

  it('sign_in.busy: holds so many at once and no more', async () => {
    const { throttle } = throttleForTests()
    let open: (value: string) => void = () => undefined
    const gate = new Promise<string>((resolve) => {
      open = resolve
    })
    const held = Array.from({ length: 200 }, (_, place) =>
      throttle.attempt(stranger(`name ${place}`), () => gate),
    )
    await expect(throttle.attempt(stranger('one more'), pass)).rejects.toMatchObject({
      code: 'sign_in.busy',
      status: 503,
    })
    open('in')
    await Promise.all(held)
    expect(await throttle.attempt(stranger('one more'), pass)).toBe('in')
  })

  it('remembers ten thousand names, and forgets the one that failed longest ago', async () => {
    const { throttle, fails } = throttleForTests()
    await fails('first', 5)
    await fails('second', 5)
    for (let place = 0; place < 9_999; place += 1) await fails(`name ${place}`, 1)
    expect(await throttle.attempt(stranger('first'), pass)).toBe('in')
    await expect(throttle.attempt(stranger('second'), pass)).rejects.toThrow()
  })
})
