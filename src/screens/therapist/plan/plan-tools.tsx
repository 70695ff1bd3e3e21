import { useState } from 'preact/hooks';
import type { ChildProfile, PlanItem } from '../../../plan/types';
import type { Fields } from '../../../store/types';
import { Button } from '../../parts/button';
import { useText } from '../../parts/use-app';
import { CopySheet } from './copy-sheet';
import { HistorySheet } from './history-sheet';
import { TemplateSheet } from './template-sheet';
import './tools.css';

const tools = ['templates', 'copy', 'history'] as const;
const icons = { templates: 'star', copy: 'children', history: 'clock' } as const;

/** What concerns the whole plan: a starting plan, a copy for another child, and how it came to be what it is. */
export function PlanTools(props: {
  readonly child: ChildProfile;
  readonly items: readonly PlanItem[];
  readonly revision: number;
  onEdit(fields: Fields): void;
}) {
  const text = useText();
  const [open, setOpen] = useState<(typeof tools)[number] | null>(null);
  const { child, items, revision, onEdit } = props;
  const close = () => setOpen(null);
  return (
    <div class="plan-tools">
      {tools.map((tool) => (
        <Button key={tool} icon={icons[tool]} disabled={tool === 'copy' && items.length === 0} onPress={() => setOpen(tool)}>
          {text(`planEdit.tool.${tool}`)}
        </Button>
      ))}
      {open === 'templates' && <TemplateSheet child={child} items={items} onEdit={onEdit} onClose={close} />}
      {open === 'copy' && <CopySheet child={child} items={items} onClose={close} />}
      {open === 'history' && <HistorySheet child={child.id} revision={revision} onEdit={onEdit} onClose={close} />}
    </div>
  );
}
