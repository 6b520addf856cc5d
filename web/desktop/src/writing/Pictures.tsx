import { lazy, Suspense } from 'react'
import { useLooked } from './pictures.ts'

const Lightbox = lazy(async () => ({ default: (await import('./Lightbox.tsx')).Lightbox }))

/// A picture in full, over everything else, once one is asked for.
export function Pictures() {
  const asked = useLooked(({ looked }) => looked !== null)
  return (
    asked && (
      <Suspense fallback={null}>
        <Lightbox />
      </Suspense>
    )
  )
}
