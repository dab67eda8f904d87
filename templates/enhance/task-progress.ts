/** Follows work in the background: the server sends the part of the page that moves, and says when it is over. */

export function taskProgress(): void {
  const moving = document.querySelector<HTMLElement>('[data-task-events]')
  if (!moving) return
  const events = new EventSource(moving.dataset.taskEvents!)
  events.addEventListener('progress', ({ data }: MessageEvent<string>) => {
    const page = new DOMParser().parseFromString(data, 'text/html')
    moving.replaceChildren(...page.body.childNodes)
  })
  events.addEventListener('ended', () => {
    events.close()
    location.reload()
  })
  // A page that is left lets go of its connection; one that comes back asks how it stands now.
  addEventListener('pagehide', () => events.close())
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
}
