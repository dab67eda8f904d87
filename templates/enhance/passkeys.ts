/**
 * Asks the browser for a passkey: to make one, or to answer with one. A form says by `data-passkey` which, and by
 * `data-question` where the question is; what comes of it goes into the form, which is sent as any other. Only the
 * pages that have such a form load this. A form without scripts says itself that it needs them.
 */
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser'

type Kind = 'make' | 'answer'

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  const kind = form.dataset.passkey as Kind
  if (browserSupportsWebAuthn()) {
    for (const part of form.querySelectorAll<HTMLElement>('[data-passkey-ready]')) {
      part.hidden = false
    }
    for (const part of form.querySelectorAll<HTMLElement>('[data-passkey-without]')) {
      part.hidden = true
    }
    // Before `once`, which sends a form a single time: this one is sent when it has its answer.
    form.addEventListener('submit', (event) => asked(event, form, kind), { capture: true })
  }
}

// A page that comes back from the browser's memory asks again.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return
  for (const field of document.querySelectorAll<HTMLInputElement>('input[name="credential"]')) {
    field.value = ''
  }
})
addEventListener('pagehide', () => WebAuthnAbortService.cancelCeremony())

function asked(event: SubmitEvent, form: HTMLFormElement, kind: Kind): void {
  const field = form.querySelector<HTMLInputElement>('input[name="credential"]')
  if (field?.value !== '') return
  event.preventDefault()
  event.stopPropagation()
  told(form, null)
  question(form)
    .then(async (options) => {
      field.value = JSON.stringify(await answer(kind, options))
      form.requestSubmit()
    })
    .catch((error: unknown) => told(form, reasonOf(error)))
}

async function question(form: HTMLFormElement): Promise<unknown> {
  const answered = await fetch(form.dataset.question ?? '', { method: 'POST' })
  if (!answered.ok) throw new Error('no question')
  return answered.json()
}

function answer(kind: Kind, options: unknown): Promise<unknown> {
  if (kind === 'make') {
    const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON
    return startRegistration({ optionsJSON })
  }
  const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON
  return startAuthentication({ optionsJSON })
}

type Reason = 'stopped' | 'known' | 'failed'

function reasonOf(error: unknown): Reason {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'AbortError') return 'stopped'
  return name === 'InvalidStateError' ? 'known' : 'failed'
}

/** Shows the one sentence that says why there is no answer, or none. */
function told(form: HTMLFormElement, reason: Reason | null): void {
  for (const part of form.querySelectorAll<HTMLElement>('[data-passkey-told]')) {
    part.hidden = part.dataset.passkeyTold !== reason
  }
}
