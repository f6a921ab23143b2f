import { useState, type SubmitEvent } from 'react';
import { Button, Checkbox, Fieldset, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { inviteUser, listUsers, municipalRoles, roles, type Role } from '@savner/contract/accounts';
import type { Municipality } from '@savner/contract/campaigns';
import { useSend } from '../../lib/api/use-endpoint.js';
import { useTexts } from '../../lib/texts/texts.js';
import { FormProblems, type FormProblem } from '../../ui/form-problems.js';
import { Problem } from '../../ui/problem.js';
import { problemAt, problemsOf } from '../../ui/problems-of.js';
import { SelectField } from '../../ui/select-field.js';
import type { ShownLink } from './one-time-link.js';
import { accessTexts } from './texts.js';

interface InviteFormProps {
  readonly municipalities: readonly Municipality[];
  /** The roles the inviter may give. */
  readonly offered: readonly Role[];
  readonly onInvited: (link: ShownLink) => void;
}

export function InviteForm({ municipalities, offered, onInvited }: InviteFormProps) {
  const say = useTexts(accessTexts);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [chosen, setChosen] = useState<readonly Role[]>(['caller']);
  const [municipality, setMunicipality] = useState('');
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const inviting = useSend(inviteUser, [listUsers]);
  const isMunicipal = chosen.some((role) => municipalRoles.some((municipal) => municipal === role));

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const missing: FormProblem[] = [];
    if (name.trim() === '') missing.push({ fieldId: 'invite-name', message: say('badName') });
    if (chosen.length === 0) missing.push({ fieldId: 'invite-roles', message: say('badRoles') });
    if (isMunicipal && municipality === '') {
      missing.push({ fieldId: 'invite-municipality', message: say('badMunicipality') });
    }
    setProblems(missing);
    if (missing.length > 0 || inviting.isPending) return;
    inviting.mutate(
      {
        body: {
          name,
          email: email.trim() === '' ? null : email,
          roles: [...chosen],
          municipality: isMunicipal ? municipality : null,
        },
      },
      {
        onSuccess: (link) => {
          onInvited({ ...link, name: name.trim() });
          setName('');
          setEmail('');
        },
        onError: (error) => setProblems(problemsOf(error, 'invite')),
      },
    );
  };
  const toggle = (role: Role) =>
    setChosen((before) => (before.includes(role) ? before.filter((one) => one !== role) : [...before, role]));

  return (
    <form className="stack" onSubmit={submit} noValidate autoComplete="off">
      <div className="fields">
        <Textfield
          id="invite-name"
          label={say('name')}
          autoComplete="off"
          value={name}
          error={problemAt(problems, 'invite-name')}
          onChange={(event) => setName(event.target.value)}
        />
        <Textfield
          id="invite-email"
          type="email"
          label={say('email')}
          description={say('emailHint')}
          autoComplete="off"
          value={email}
          error={problemAt(problems, 'invite-email')}
          onChange={(event) => setEmail(event.target.value)}
        />
      </div>
      <Fieldset id="invite-roles" tabIndex={-1}>
        <Fieldset.Legend>{say('roles')}</Fieldset.Legend>
        {roles
          .filter((role) => offered.includes(role))
          .map((role) => (
            <Checkbox
              key={role}
              label={say(`role.${role}`)}
              value={role}
              checked={chosen.includes(role)}
              onChange={() => toggle(role)}
            />
          ))}
        {problemAt(problems, 'invite-roles') === undefined ? null : (
          <ValidationMessage>{problemAt(problems, 'invite-roles')}</ValidationMessage>
        )}
      </Fieldset>
      {isMunicipal ? (
        <SelectField
          id="invite-municipality"
          label={say('municipality')}
          value={municipality}
          onChange={setMunicipality}
          error={problemAt(problems, 'invite-municipality')}
          choices={[
            { value: '', label: say('municipalityNone') },
            ...municipalities.map(({ number, name: label }) => ({ value: number, label })),
          ]}
        />
      ) : null}
      <FormProblems problems={problems} />
      {inviting.error !== null && problems.length === 0 ? <Problem error={inviting.error} /> : null}
      <div className="row">
        <Button type="submit">{inviting.isPending ? say('sending') : say('send')}</Button>
      </div>
    </form>
  );
}
