import { useState, type SubmitEvent } from 'react';
import { Button, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { signIn, type Session } from '@savner/contract/accounts';
import { textIn } from '../../lib/forms/text-in.js';
import { useSend } from '../../lib/api/use-endpoint.js';
import { useTexts } from '../../lib/texts/texts.js';
import { FormProblems, type FormProblem } from '../../ui/form-problems.js';
import { Problem } from '../../ui/problem.js';
import { problemAt, problemsOf } from '../../ui/problems-of.js';
import { sessionTexts } from './texts.js';

export function SignInForm({ onEntered }: { readonly onEntered: (session: Session) => void }) {
  const say = useTexts(sessionTexts);
  const sending = useSend(signIn);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = textIn(form, 'email').trim();
    const password = textIn(form, 'password');
    const missing: FormProblem[] = [];
    if (email === '') missing.push({ fieldId: 'sign-in-email', message: say('missingEmail') });
    if (password === '') missing.push({ fieldId: 'sign-in-password', message: say('missingPassword') });
    setProblems(missing);
    if (missing.length > 0 || sending.isPending) return;
    sending.mutate(
      { body: { email, password } },
      { onSuccess: onEntered, onError: (error) => setProblems(problemsOf(error, 'sign-in')) },
    );
  };

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Textfield
        id="sign-in-email"
        name="email"
        type="email"
        autoComplete="username"
        label={say('email')}
        error={problemAt(problems, 'sign-in-email')}
      />
      <Textfield
        id="sign-in-password"
        name="password"
        type="password"
        autoComplete="current-password"
        label={say('password')}
        error={problemAt(problems, 'sign-in-password')}
      />
      <FormProblems problems={problems} />
      {sending.error !== null && problems.length === 0 ? <Problem error={sending.error} /> : null}
      <Button type="submit">{sending.isPending ? say('signingIn') : say('signIn')}</Button>
      <Paragraph data-size="sm" className="quiet">
        {say('lostAccess')}
      </Paragraph>
    </form>
  );
}
