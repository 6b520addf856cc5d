import { TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { send } from '../api/http.ts'
import type { LimitsView } from '../api/types.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { MOST_CALLS, wholeNumber, wrongOf } from './checks.ts'
import { useDraft, type Wrong } from './drafts.ts'
import { Choose, Group, ltrOnceWritten, Pair, Switched } from './fields.tsx'
import { useByName, useCountryName } from './names.ts'
import { useDestinations, useLimits, useReadAgain } from './queries.ts'
import { Reading, Sheet } from './Sheet.tsx'

/// Which numbers may be called, and how many calls go out.
export function OutgoingSection() {
  const limits = useLimits()
  const destinations = useDestinations()
  if (limits.data === undefined || destinations.data === undefined) return <Reading error={limits.error ?? destinations.error} />
  return <LimitsForm stored={limits.data} destinations={destinations.data} />
}

/// As stored, but the two numbers as they are being written.
type LimitsDraft = Omit<LimitsView, 'callsAMinute' | 'callsAtOnce'> & {
  readonly callsAMinute: string
  readonly callsAtOnce: string
}

/// Numbers of no country: there is no home there.
const NO_COUNTRY = '001'

function wrongLimits(draft: LimitsDraft): Wrong<LimitsDraft> {
  const calls = (text: string) => (wholeNumber(text, 0, MOST_CALLS) === null ? ('admin.callsWrong' as const) : null)
  return wrongOf<LimitsDraft>({ callsAMinute: calls(draft.callsAMinute), callsAtOnce: calls(draft.callsAtOnce) })
}

function LimitsForm({ stored, destinations }: { readonly stored: LimitsView; readonly destinations: readonly string[] }) {
  const t = useT()
  const readAgain = useReadAgain()
  const countryName = useCountryName()
  const byName = useByName()
  const [query, setQuery] = useState('')
  const before: LimitsDraft = { ...stored, callsAMinute: String(stored.callsAMinute), callsAtOnce: String(stored.callsAtOnce) }
  const draft = useDraft<LimitsDraft>('outgoing', before, {
    check: wrongLimits,
    fields: { 'country-unknown': 'country' },
    save: async (one) => {
      const body = {
        ...one,
        callsAMinute: wholeNumber(one.callsAMinute, 0, MOST_CALLS) ?? 0,
        callsAtOnce: wholeNumber(one.callsAtOnce, 0, MOST_CALLS) ?? 0,
      }
      await send('PUT', '/api/call-limits', { body })
      await readAgain()
    },
  })
  const { value, set, at } = draft
  const named = byName(destinations, countryName).map((code) => ({ value: code, label: countryName(code) }))
  const opened = byName(
    value.openCountries.filter((code) => code !== value.country),
    countryName,
  )
  const sorted = (codes: readonly string[]) => [...codes].sort()
  return (
    <div className="admin-single">
      <Sheet draft={draft} title={<Say k="admin.outgoing" />} subtitle={<Say k="admin.outgoingText" />}>
        <Group heading="admin.home" hint="admin.homeHint">
          <Choose
            label={<Say k="admin.country" />}
            value={value.country}
            error={at('country')}
            searchable
            nothingFoundMessage={t('admin.noneFound')}
            data={named.filter((one) => one.value !== NO_COUNTRY)}
            data-testid="limits-country"
            onChange={(country) => {
              if (country !== null) set({ country })
            }}
          />
        </Group>
        <Group heading="admin.destinations" hint="admin.destinationsHint">
          <Choose
            label={<Say k="admin.open" />}
            value={null}
            searchable
            searchValue={query}
            onSearchChange={setQuery}
            placeholder={t('admin.openPlaceholder')}
            nothingFoundMessage={t('admin.noneFound')}
            data={named.filter((one) => one.value !== value.country && !value.openCountries.includes(one.value))}
            data-testid="limits-open"
            onChange={(code) => {
              setQuery('')
              if (code !== null) set({ openCountries: sorted([...value.openCountries, code]) })
            }}
          />
          {opened.length === 0 ? (
            <p className="meta muted">
              <Say k="admin.noneOpen" />
            </p>
          ) : (
            <ul className="admin-chips" aria-label={t('admin.destinations')}>
              {opened.map((code) => (
                <li key={code}>
                  {countryName(code)}
                  <button
                    type="button"
                    className="ib"
                    aria-label={t('admin.close', { name: countryName(code) })}
                    title={t('admin.close', { name: countryName(code) })}
                    onClick={() => set({ openCountries: sorted(value.openCountries.filter((one) => one !== code)) })}
                  >
                    <IconX size={12} aria-hidden />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <Switched says="admin.premium" hint="admin.premiumHint" on={value.opensPremium} testId="limits-premium" onChange={(opensPremium) => set({ opensPremium })} />
          <Switched says="admin.local" hint="admin.localHint" on={value.opensLocal} testId="limits-local" onChange={(opensLocal) => set({ opensLocal })} />
        </Group>
        <Group heading="admin.howMany" hint="admin.howManyHint">
          <Pair>
            <TextInput
              label={<Say k="admin.callsAMinute" />}
              value={value.callsAMinute}
              error={at('callsAMinute')}
              inputMode="numeric"
              maxLength={6}
              data-testid="limits-minute"
              {...ltrOnceWritten(value.callsAMinute)}
              onChange={(event) => set({ callsAMinute: event.currentTarget.value })}
            />
            <TextInput
              label={<Say k="admin.callsAtOnce" />}
              value={value.callsAtOnce}
              error={at('callsAtOnce')}
              inputMode="numeric"
              maxLength={6}
              data-testid="limits-at-once"
              {...ltrOnceWritten(value.callsAtOnce)}
              onChange={(event) => set({ callsAtOnce: event.currentTarget.value })}
            />
          </Pair>
        </Group>
      </Sheet>
    </div>
  )
}
