import { PasswordInput, Textarea, TextInput } from '@mantine/core'
import { useNavigate } from 'react-router'
import { send } from '../api/http.ts'
import type { Id, TrunkView } from '../api/types.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { written } from '../i18n/written.ts'
import { forgetDraft, useDraft } from './drafts.ts'
import { Choose, Group, ltrOnceWritten, Pair, Switched } from './fields.tsx'
import { OwnAddress } from './OwnAddress.tsx'
import { useKept, useReadAgain } from './queries.ts'
import { RemoveButton } from './RemoveButton.tsx'
import { Sheet } from './Sheet.tsx'
import { Standing } from './Standing.tsx'
import { TRUNK_FIELDS, type TrunkDraft, wishOf, wrongTrunk } from './trunk.ts'
import { TrunkTest } from './TrunkTest.tsx'

interface Props {
  /// Null while it is not there yet.
  readonly trunk: TrunkView | null
  readonly stored: TrunkDraft
  readonly onMade: (id: Id) => void
}

const TRANSPORTS: readonly TrunkView['transport'][] = ['UDP', 'TCP']

export function TrunkForm({ trunk, stored, onMade }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const readAgain = useReadAgain()
  const kept = useKept(onMade)
  const form = `trunks ${trunk?.id ?? 'new'}`
  const draft = useDraft<TrunkDraft>(form, stored, {
    check: (one) => wrongTrunk(one, trunk !== null && trunk.user !== null),
    fields: TRUNK_FIELDS,
    save: (one) => kept(
      trunk === null
        ? send('POST', '/api/trunks', { body: wishOf(one) })
        : send('PUT', '/api/trunks/{trunk}', { path: { trunk: trunk.id }, body: wishOf(one) }).then(() => null),
    ),
  })
  const { value, set, at } = draft
  return (
    <Sheet
      draft={draft}
      fresh={trunk === null}
      title={trunk === null ? <Say k="admin.newTrunk" /> : <bdi>{trunk.name}</bdi>}
      subtitle={
        trunk === null ? undefined : (
          <Standing how={trunk.standing} />
        )
      }
      {...(trunk === null ? { onDiscard: () => void navigate('/administration/trunks') } : {})}
      actions={
        trunk !== null && (
          <RemoveButton
            name={<bdi>{trunk.name}</bdi>}
            consequence={<Say k="admin.removeTrunk" />}
            remove={async () => {
              await send('DELETE', '/api/trunks/{trunk}', { path: { trunk: trunk.id } })
              forgetDraft(form)
              await readAgain()
            }}
            onRemoved={() => void navigate('/administration/trunks')}
          />
        )
      }
    >
      {trunk !== null && <TrunkTest trunk={trunk} changed={draft.changes > 0} />}
      <Group heading="admin.provider" hint="admin.providerHint">
        <Pair>
          <TextInput
            label={<Say k="admin.name" />}
            description={<Say k="admin.nameHint" />}
            value={value.name}
            error={at('name')}
            maxLength={200}
            data-testid="trunk-name"
            {...written(value.name)}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <TextInput
            label={<Say k="admin.position" />}
            description={<Say k="admin.positionHint" />}
            value={value.position}
            error={at('position')}
            inputMode="numeric"
            maxLength={4}
            {...ltrOnceWritten(value.position)}
            onChange={(event) => set({ position: event.currentTarget.value })}
          />
        </Pair>
        <TextInput
          label={<Say k="admin.host" />}
          description={<Say k="admin.hostHint" />}
          value={value.host}
          error={at('host')}
          spellCheck={false}
          autoComplete="off"
          maxLength={300}
          data-testid="trunk-host"
          {...ltrOnceWritten(value.host)}
          onChange={(event) => set({ host: event.currentTarget.value })}
        />
        <Pair>
          <TextInput
            label={<Say k="admin.port" />}
            value={value.port}
            error={at('port')}
            inputMode="numeric"
            maxLength={5}
            data-testid="trunk-port"
            {...ltrOnceWritten(value.port)}
            onChange={(event) => set({ port: event.currentTarget.value })}
          />
          <Choose
            label={<Say k="admin.transport" />}
            value={value.transport}
            data={TRANSPORTS.map((one) => one)}
            data-testid="trunk-transport"
            onChange={(one) => set({ transport: one === 'TCP' ? 'TCP' : 'UDP' })}
          />
        </Pair>
      </Group>
      <OwnAddress heading="admin.own.heading" hint="admin.own.trunkHint" />
      <Group heading="admin.logIn" hint="admin.logInHint">
        <Pair>
          <TextInput
            label={<Say k="login.user" />}
            value={value.user}
            error={at('user')}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="none"
            maxLength={200}
            data-testid="trunk-user"
            {...ltrOnceWritten(value.user)}
            onChange={(event) => set({ user: event.currentTarget.value })}
          />
          <PasswordInput
            label={<Say k="login.password" />}
            placeholder={trunk === null || trunk.user === null ? '' : t('admin.passwordKept')}
            value={value.password}
            error={at('password')}
            aria-invalid={at('password') !== undefined}
            autoComplete="new-password"
            maxLength={200}
            data-testid="trunk-password"
            visibilityToggleButtonProps={{ 'aria-label': t('login.showPassword') }}
            onChange={(event) => set({ password: event.currentTarget.value })}
          />
        </Pair>
        <Switched
          says="admin.registers"
          hint="admin.registersHint"
          on={value.registers}
          testId="trunk-registers"
          onChange={(registers) => set({ registers })}
        />
      </Group>
      <Group heading="admin.behaviour">
        <Switched says="admin.checked" hint="admin.checkedHint" on={value.checked} testId="trunk-checked" onChange={(checked) => set({ checked })} />
        <Switched
          says="admin.redirects"
          hint="admin.redirectsHint"
          on={value.followsRedirects}
          testId="trunk-redirects"
          onChange={(followsRedirects) => set({ followsRedirects })}
        />
        <Textarea
          label={<Say k="admin.further" />}
          description={<Say k="admin.furtherHint" />}
          value={value.alsoFrom}
          error={at('alsoFrom')}
          rows={2}
          spellCheck={false}
          data-testid="trunk-further"
          {...ltrOnceWritten(value.alsoFrom)}
          onChange={(event) => set({ alsoFrom: event.currentTarget.value })}
        />
      </Group>
    </Sheet>
  )
}
