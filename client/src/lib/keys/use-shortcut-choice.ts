import { useState } from 'react';

const shortcutsKey = 'shortcuts';

/** Whether this person wants single keys to act: on until turned off, remembered on the device. */
export function useShortcutChoice(): readonly [hasKeys: boolean, choose: (hasKeys: boolean) => void] {
  const [hasKeys, setHasKeys] = useState(() => localStorage.getItem(shortcutsKey) !== 'off');
  const choose = (wanted: boolean) => {
    setHasKeys(wanted);
    localStorage.setItem(shortcutsKey, wanted ? 'on' : 'off');
  };
  return [hasKeys, choose];
}
