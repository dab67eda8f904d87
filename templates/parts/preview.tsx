/** A paper as it would be, shown in the page. */

interface PreviewProps {
  readonly title: string
  /** Null until there is something to show. */
  readonly src: string | null
  /** The address for other answers of the form beside it, with `{name}` for their names; a script fills it. */
  readonly template: string
  readonly empty: string
  readonly open: string
}

/** The paper in a frame of its own, and the way to it alone. */
export function Preview({ title, src, template, empty, open }: PreviewProps) {
  return (
    <div class="preview" data-preview={template}>
      {src === null ? (
        <p>{empty}</p>
      ) : (
        <>
          <iframe title={title} src={src} loading="lazy" />
          <p>
            <a href={src} target="_blank" rel="noopener">
              {open}
            </a>
          </p>
        </>
      )}
    </div>
  )
}
