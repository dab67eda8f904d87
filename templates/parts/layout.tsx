/** How the parts of a page stand to each other. A page has no style of its own. */
import type { Content } from './content.ts'

interface SectionProps {
  readonly title: string
  /** The place that links lead to. */
  readonly id?: string | undefined
  readonly lead?: Content
  readonly actions?: Content
  readonly children?: Content
}

/** A part of a page under its own heading. */
export function Section({ title, id, lead, actions, children }: SectionProps) {
  return (
    <section class="section" id={id}>
      <div class="section-head">
        <h2>{title}</h2>
        {actions}
      </div>
      {lead !== undefined && <p class="section-lead">{lead}</p>}
      {children}
    </section>
  )
}

interface ColumnsProps {
  /** `main`: the first is twice as wide. They stand one below the other on narrow screens. */
  readonly form?: 'even' | 'main' | undefined
  readonly children?: Content
}

/** Two columns; give one element for each. */
export function Columns({ form = 'even', children }: ColumnsProps) {
  return <div class={`columns columns-${form}`}>{children}</div>
}

/** Parts one below the other, evenly apart. */
export function Stack({ children }: { readonly children?: Content }) {
  return <div class="stack">{children}</div>
}

/** Small things in a row that breaks where it must. */
export function Row({ children }: { readonly children?: Content }) {
  return <div class="row">{children}</div>
}

/** Running text. */
export function Prose({ children }: { readonly children?: Content }) {
  return <div class="prose">{children}</div>
}

/** Cards as a list; give `Card` elements. */
export function Cards({ children }: { readonly children?: Content }) {
  return <ul class="cards">{children}</ul>
}

interface CardProps {
  readonly title: string
  readonly href?: string | undefined
  /** Beside the title: a state, a number. */
  readonly aside?: Content
  readonly children?: Content
}

/** One thing among its like: a fund at a glance. */
export function Card({ title, href, aside, children }: CardProps) {
  return (
    <li class="card">
      <div class="card-head">
        <h3>{href === undefined ? title : <a href={href}>{title}</a>}</h3>
        {aside}
      </div>
      {children}
    </li>
  )
}

/** A digest, a key, a token: in full, breaking anywhere. */
export function Digest({ children }: { readonly children?: Content }) {
  return <code class="digest">{children}</code>
}
