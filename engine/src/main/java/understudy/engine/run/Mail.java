package understudy.engine.run;

import understudy.core.run.Event;
import understudy.engine.ports.RunInbox;

/** Takes what people ask from the inbox into the journal, and only then out of the inbox. */
final class Mail {
    private final RunInbox inbox;
    private final Recorder recorder;

    Mail(RunInbox inbox, Recorder recorder) {
        this.inbox = inbox;
        this.recorder = recorder;
    }

    synchronized void read() {
        for (Event.Request request : inbox.next()) {
            if (!recorder.state().wishes().seen().contains(request.request())) {
                recorder.record(request);
            }
            inbox.acknowledge(request);
        }
    }
}
