import { useState, type SubmitEvent } from 'react';
import { Button, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useLink as oneTimeLink, type LinkPreview, type Session } from '@savner/contract/accounts';
import { textIn } from '../../lib/forms/text-in.js';
import { useSend } from '../../lib/api/use-endpoint.js';
import { formatMoment } from '../../lib/format/format.js';
import { commonTexts } from '../../lib/texts/common-texts.js';
import { useTexts } from '../../lib/texts/texts.js';
import { FormProblems, type FormProblem } from '../../ui/form-problems.js';
import { Problem } from '../../ui/problem.js';
import { problemAt, problemsOf } from '../../ui/problems-of.js';
import { sessionTexts } from './texts.js';

interface OneTimeLinkProps {
  readonly token: string;
  readonly preview: LinkPreview;
  readonly onEntered: (session: Session) => void;
}

/** What a one-time link asks for: one tap to sign in, or name and password to join. */
export function OneTimeLink({ token, preview, onEntered }: OneTimeLinkProps) {
  const say = useTexts(sessionTexts);
  const sayCommon = useTexts(commonTexts);
  const using = useSend(oneTimeLink);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (using.isPending) return;
    setProblems([]);
    using.mutate(
      { body: { token, ...(preview.purpose === 'sign_in' ? {} : chosenIn(event.currentTarget)) } },
      { onSuccess: onEntered, onError: (error) => setProblems(problemsOf(error, 'link')) },
    );
  };

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Paragraph>{say(`link.${preview.purpose}`)}</Paragraph>
      {preview.roles.length > 0 ? (
        <Paragraph>
          {say('yourRole')}:{' '}
          <strong>{preview.roles.map((role) => sayCommon(`role.${role}`)).join(', ')}</strong>
        </Paragraph>
      ) : null}
      {preview.purpose === 'sign_in' ? null : <JoinFields preview={preview} problems={problems} />}
      <FormProblems problems={problems} />
      {using.error !== null && problems.length === 0 ? <Problem error={using.error} /> : null}
      <Button type="submit">{using.isPending ? say('joining') : wordsFor(preview)}</Button>
      <Paragraph data-size="sm" className="quiet">
        {say('expires', { moment: formatMoment(preview.expiresAt) })}
      </Paragraph>
    </form>
  );

  function wordsFor({ purpose, name }: LinkPreview): string {
    if (purpose !== 'sign_in') return say('join');
    return name === null ? say('continueIn') : say('continueAs', { name });
  }
}

function JoinFields({ preview, problems }: { preview: LinkPreview; problems: readonly FormProblem[] }) {
  const say = useTexts(sessionTexts);
  return (
    <>
      <Textfield
        id="link-name"
        name="name"
        autoComplete="name"
        label={say('name')}
        description={say('nameHint')}
        defaultValue={preview.name ?? ''}
        error={problemAt(problems, 'link-name')}
      />
      <Textfield
        id="link-email"
        name="email"
        type="email"
        autoComplete="username"
        label={say('emailOptional')}
        defaultValue={preview.email ?? ''}
        error={problemAt(problems, 'link-email')}
      />
      <Textfield
        id="link-password"
        name="password"
        type="password"
        autoComplete="new-password"
        label={say('newPassword')}
        description={say('newPasswordHint')}
        error={problemAt(problems, 'link-password')}
      />
    </>
  );
}

/** Empty boxes are sent as empty text, so that the server names what is missing. */
function chosenIn(form: HTMLFormElement): { name: string; email: string; password: string } {
  const data = new FormData(form);
  return {
    name: textIn(data, 'name').trim(),
    email: textIn(data, 'email').trim(),
    password: textIn(data, 'password'),
  };
}
