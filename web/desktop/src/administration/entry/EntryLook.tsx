import { TextInput } from '@mantine/core'
import { Say, useT } from '../../i18n/Say.tsx'
import { LEFT_TO_RIGHT } from '../../i18n/written.ts'
import type { Draft } from '../drafts.ts'
import { Choose, Group, Pair } from '../fields.tsx'
import { type EntryDraft, isColour, type Side, wordsOn } from './entry.ts'

/// The colour and the place of a chat on its page.
export function EntryLook({ draft: { value, set, at } }: { readonly draft: Draft<EntryDraft> }) {
  const t = useT()
  const colour = value.accent.trim()
  return (
    <Group heading="admin.entry.look" hint="admin.entry.lookHint">
      <Pair>
        <TextInput
          label={<Say k="admin.entry.accent" />}
          value={value.accent}
          error={at('accent')}
          spellCheck={false}
          autoComplete="off"
          maxLength={7}
          data-testid="entry-accent"
          leftSection={
            <input
              type="color"
              className="entry-colour"
              aria-label={t('admin.entry.pickColour')}
              value={isColour(colour) ? colour.toLowerCase() : '#000000'}
              onChange={(event) => set({ accent: event.currentTarget.value })}
            />
          }
          {...LEFT_TO_RIGHT}
          onChange={(event) => set({ accent: event.currentTarget.value })}
        />
        <Choose
          label={<Say k="admin.entry.side" />}
          value={value.side}
          data={[
            { value: 'END', label: t('admin.entry.sideEnd') },
            { value: 'START', label: t('admin.entry.sideStart') },
          ]}
          data-testid="entry-side"
          onChange={(side) => set({ side: side as Side })}
        />
      </Pair>
      {isColour(colour) && (
        <p className="meta muted" data-testid="entry-contrast">
          <Say k="admin.entry.contrast" values={{ ratio: (Math.floor(wordsOn(colour) * 10) / 10).toFixed(1) }} />
        </p>
      )}
    </Group>
  )
}
