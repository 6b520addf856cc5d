import { PasswordInput, TextInput } from '@mantine/core'
import { useNavigate } from 'react-router'
import { send } from '../../api/http.ts'
import type { Id, Language, SkillView, TeamView, UserView } from '../../api/types.ts'
import { useLanguage } from '../../i18n/language.ts'
import { Ltr, Say, useT } from '../../i18n/Say.tsx'
import { written } from '../../i18n/written.ts'
import { useMe } from '../../session/me.ts'
import { useDraft } from '../drafts.ts'
import { Choose, Group, ltrOnceWritten, Pair, Switched } from '../fields.tsx'
import { useByName } from '../names.ts'
import { useKept } from '../queries.ts'
import { Sheet } from '../Sheet.tsx'
import { LevelsField } from './LevelsField.tsx'
import { LogIns } from './LogIns.tsx'
import { RolesField } from './RolesField.tsx'
import { changeOfUser, draftOfUser, emptyUser, newUser, USER_FIELDS, type UserDraft, wrongUser } from './user.ts'
import { KINDS } from './words.ts'

interface Props {
  /// Null while it is not there yet.
  readonly user: UserView | null
  readonly teams: readonly TeamView[]
  readonly skills: readonly SkillView[]
  readonly onMade: (id: Id) => void
}

/// Stands for no team in a list whose other values are ids.
const NONE = ''

export function UserForm({ user, teams, skills, onMade }: Props) {
  const t = useT()
  const me = useMe()
  const navigate = useNavigate()
  const kept = useKept(onMade)
  const byName = useByName()
  const language = useLanguage((spoken) => spoken?.language ?? 'en')
  const draft = useDraft<UserDraft>(`users ${user?.id ?? 'new'}`, user === null ? emptyUser(language) : draftOfUser(user), {
    check: (one) => wrongUser(one, user === null),
    fields: USER_FIELDS,
    save: (one) => kept(
      user === null
        ? send('POST', '/api/users', { body: newUser(one) })
        : send('PATCH', '/api/users/{user}', { path: { user: user.id }, body: changeOfUser(one, user) }).then(() => null),
    ),
  })
  const { value, set, at } = draft
  return (
    <Sheet
      draft={draft}
      fresh={user === null}
      title={user === null ? <Say k="staff.newUser" /> : <bdi>{user.name}</bdi>}
      subtitle={user === null ? undefined : <Ltr>{user.login}</Ltr>}
      {...(user === null ? { onDiscard: () => void navigate('/administration/users') } : {})}
    >
      <Group heading="staff.person">
        <Pair>
          <TextInput
            label={<Say k="admin.name" />}
            value={value.name}
            error={at('name')}
            maxLength={200}
            data-testid="user-name"
            {...written(value.name)}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <Choose
            label={<Say k="language.change" />}
            value={value.language}
            data={[
              { value: 'ar', label: t('language.ar') },
              { value: 'en', label: t('language.en') },
            ]}
            data-testid="user-language"
            onChange={(one) => one !== null && set({ language: one as Language })}
          />
        </Pair>
      </Group>
      <Group heading="admin.logIn" hint={user === null ? 'staff.firstPasswordHint' : 'staff.passwordHint'}>
        <Pair>
          {user === null && (
            <TextInput
              label={<Say k="login.user" />}
              value={value.login}
              error={at('login')}
              spellCheck={false}
              autoComplete="off"
              autoCapitalize="none"
              maxLength={100}
              data-testid="user-login"
              {...ltrOnceWritten(value.login)}
              onChange={(event) => set({ login: event.currentTarget.value })}
            />
          )}
          <PasswordInput
            label={<Say k={user === null ? 'staff.firstPassword' : 'session.newPassword'} />}
            placeholder={user === null ? '' : t('admin.passwordKept')}
            value={value.password}
            error={at('password')}
            aria-invalid={at('password') !== undefined}
            autoComplete="new-password"
            maxLength={256}
            data-testid="user-password"
            visibilityToggleButtonProps={{ 'aria-label': t('login.showPassword') }}
            onChange={(event) => set({ password: event.currentTarget.value })}
          />
        </Pair>
        {user !== null && (
          <>
            <Switched
              says="staff.allowed"
              hint={user.id === me?.id ? 'staff.allowedSelf' : 'staff.allowedHint'}
              on={value.allowed}
              testId="user-allowed"
              onChange={(allowed) => set({ allowed })}
            />
            <LogIns user={user.id} />
          </>
        )}
      </Group>
      <Group heading="staff.roles" hint="staff.rolesHint">
        <RolesField value={value.roles} error={at('roles')} onChange={(roles) => set({ roles })} />
      </Group>
      <Group heading="staff.work" hint="staff.workHint">
        <Choose
          className="admin-short"
          label={<Say k="staff.team" />}
          value={value.team ?? NONE}
          error={at('team')}
          searchable={teams.length > 10}
          nothingFoundMessage={t('admin.noneFound')}
          data={[{ value: NONE, label: t('staff.noTeam') }, ...byName(teams, (one) => one.name).map((one) => ({ value: one.id, label: one.name }))]}
          data-testid="user-team"
          onChange={(id) => set({ team: id === NONE ? null : id })}
        />
        <LevelsField
          value={value.skills}
          all={byName(skills, (one) => one.name).map((one) => ({ id: one.id, name: one.name, detail: t(KINDS[one.kind]) }))}
          error={at('skills')}
          add="staff.addSkill"
          none="staff.noSkills"
          testId="user-skills"
          onChange={(chosen) => set({ skills: chosen })}
        />
      </Group>
    </Sheet>
  )
}
