import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { createDefaultItem } from '../../plan/default-item';
import { type Companion, companionAids, companionNames } from '../../plan/types';
import type { StorageProblem } from '../../session/types';
import { Button } from '../parts/button';
import { Choice } from '../parts/choice';
import { CompanionPicture, Picture, pictureNames } from '../parts/picture';
import { StorageBanner } from '../parts/storage-banner';
import { useApp, useStore, useText } from '../parts/use-app';
import { chooseFirstLevel } from './just-for-fun';

const longestName = 40;

/** An adult adds a child: one tap for the picture is enough; Fireflies at an easy level is in the plan from the start. */
export function AddChild({ onAdded, onClose }: { onAdded(child: string): void; onClose(): void }) {
  const text = useText();
  const app = useApp();
  const store = useStore();
  const [picture, setPicture] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [companion, setCompanion] = useState<Companion>({ name: 'otter', aid: 'none' });
  const [problem, setProblem] = useState<StorageProblem | null>(null);
  const [saving, setSaving] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);

  async function add(): Promise<void> {
    if (!store || !picture || saving) return;
    setSaving(true);
    const level = chooseFirstLevel(await app.loadLevels());
    if (!level) return setSaving(false);
    const child = app.newId();
    const words = name.trim().slice(0, longestName);
    const profile = { picture, ...(words ? { name: words } : {}), 'companion.name': companion.name, 'companion.aid': companion.aid };
    for (const write of [() => store.editChild(child, profile), () => store.editPlan(child, createDefaultItem(level, app.newId(), 0))]) {
      const outcome = await write();
      if (outcome.saved) continue;
      setProblem(outcome.problem);
      setSaving(false);
      return;
    }
    // Asked by a tap, once there is something to keep; the therapist's page shows the answer.
    void store.persist();
    onAdded(child);
  }

  return (
    <form
      class="card add-child"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {text('child.add')}
      </h2>
      {problem && <StorageBanner problem={problem} />}
      <Choice
        class="picture-choice"
        label={text('child.choosePicture')}
        options={pictureNames.map((value) => ({ value, label: text(`child.picture.${value}`), picture: <Picture name={`pictures/${value}`} /> }))}
        value={picture}
        onChange={setPicture}
      />
      <div class="add-child-more">
        <label class="name-field">
          <span>{text('child.name')}</span>
          <input type="text" value={name} maxLength={longestName} autoComplete="off" onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <div class="companion-choice">
          <CompanionPicture companion={companion} />
          <div>
            <Choice
              label={text('child.companion.label')}
              options={companionNames.map((value) => ({ value, label: text(`child.companion.${value}`) }))}
              value={companion.name}
              onChange={(value) => setCompanion({ ...companion, name: value })}
            />
            <Choice
              label={text('child.aid.label')}
              options={companionAids.map((value) => ({ value, label: text(`child.aid.${value}`) }))}
              value={companion.aid}
              onChange={(value) => setCompanion({ ...companion, aid: value })}
            />
          </div>
        </div>
      </div>
      <div class="add-child-end">
        <Button size="main" kind="quiet" onPress={onClose}>
          {text('common.cancel')}
        </Button>
        <Button size="main" kind="main" icon="check" disabled={!picture || saving} onPress={() => void add()}>
          {text('child.addNow')}
        </Button>
      </div>
    </form>
  );
}
