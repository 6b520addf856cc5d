import { type ComponentType, lazy, type LazyExoticComponent } from 'react'
import { learnTheRest } from './i18n/language.ts'

type Later = typeof import('./later.ts')

/// One of what is opened seldom; it is there when its words are.
export function seldom<P>(which: (later: Later) => ComponentType<P>): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => {
    const [later] = await Promise.all([import('./later.ts'), learnTheRest()])
    return { default: which(later) }
  })
}
