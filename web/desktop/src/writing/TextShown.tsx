import { useQuery } from '@tanstack/react-query'
import { Say, useT } from '../i18n/Say.tsx'

/// As much of a text as is shown; the rest is in the file.
const SHOWN_BYTES = 256 * 1024

interface Text {
  readonly words: string
  /// The file goes on after them.
  readonly cut: boolean
}

/// The beginning of a text, as it is: nothing in it is taken for anything else.
export function TextShown({ address, name }: { readonly address: string; readonly name: string }) {
  const t = useT()
  const { data, isError } = useQuery({ queryKey: ['file', address], queryFn: () => beginning(address), staleTime: Infinity, retry: 1 })
  if (isError) return <p className="hint err lightbox-says" role="alert"><Say k="files.notShown" /></p>
  if (data === undefined) return <p className="hint slow lightbox-says"><Say k="common.loading" /></p>
  return (
    <div className="lightbox-pages scroll" tabIndex={0} role="region" aria-label={name}>
      <pre className="lightbox-text" dir="auto" data-testid="lightbox-text">
        {data.words}
      </pre>
      {data.cut && (
        <p className="hint">{t('files.beginning')}</p>
      )}
    </div>
  )
}

async function beginning(address: string): Promise<Text> {
  const answer = await fetch(address, { headers: { Range: `bytes=0-${SHOWN_BYTES - 1}` } })
  if (!answer.ok) throw new Error(`status ${answer.status}`)
  const words = new TextDecoder().decode(await answer.arrayBuffer())
  const whole = Number(answer.headers.get('Content-Range')?.split('/')[1] ?? 0)
  return { words, cut: whole > SHOWN_BYTES }
}
