package understudy.engine.run;

import understudy.engine.ports.ClusterDriver;
import understudy.engine.ports.CommandAudit;
import understudy.engine.ports.Hooks;
import understudy.engine.ports.OutageWatch;
import understudy.engine.ports.RunInbox;
import understudy.engine.ports.RunJournal;
import understudy.engine.ports.RunListener;
import understudy.engine.ports.RunTime;

/** All that a run needs of the world; the composition root joins it. */
public record RunPorts(ClusterDriver driver, OutageWatch watch, RunTime time, Desk desk) {
    /** Where a run writes, is asked, and is watched. */
    public record Desk(RunJournal journal, RunInbox inbox, RunListener listener, CommandAudit audit, Hooks hooks) {
        /** Of a run that sends no commands and tells nobody. */
        public Desk(RunJournal journal, RunInbox inbox, RunListener listener) {
            this(journal, inbox, listener, CommandAudit.none(), Hooks.none());
        }
    }
}
