package understudy.engine.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import understudy.core.model.RunId;
import understudy.core.run.Hold;
import understudy.core.site.MemberName;
import understudy.core.site.MemberResult;

/** Members' runs that do nothing but to wait at their holds. What they have been told and where they stand survives our end. */
final class HeldMembers {
    /** What happened, in order: a member comes to a hold, or leaves it. */
    final List<String> log = new ArrayList<>();
    /** Before which hold a member fails. */
    final Map<String, Hold> failsBefore = new HashMap<>();

    private final Map<RunId, List<Hold>> left = new HashMap<>();
    private final Map<String, Boolean> inbox = new HashMap<>();
    private int wordsLeft = Integer.MAX_VALUE;
    private int process;
    private int carried;

    /** After so many words to members our process ends, before the next is said. */
    synchronized void killAfterWords(int words) {
        wordsLeft = words;
    }

    /** Our process is gone, and its threads with it. */
    synchronized void die() throws InterruptedException {
        process++;
        wordsLeft = Integer.MAX_VALUE;
        notifyAll();
        while (carried > 0) {
            wait();
        }
    }

    /** What a process of ours uses from its beginning: once it is gone nobody is carried by it any more, however late its threads come. */
    synchronized MemberRuns forThisProcess() {
        return new OfProcess(process);
    }

    private final class OfProcess implements MemberRuns {
        private final int mine;

        OfProcess(int mine) {
            this.mine = mine;
        }

        @Override
        public RunId run(MemberName member, Optional<RunId> last) {
            return last.orElse(new RunId("site-" + member));
        }

        @Override
        public Ended carry(MemberName member, RunId run, Consumer<Hold> held) throws Exception {
            synchronized (HeldMembers.this) {
                carried++;
                try {
                    return carried(member, run, held, mine);
                } finally {
                    carried--;
                    HeldMembers.this.notifyAll();
                }
            }
        }

        @Override
        public void answer(MemberName member, RunId run, HoldAnswer answer) {
            answered(run, answer);
        }

        @Override
        public void abort(MemberName member, RunId run, String request, String by) {
            throw new AssertionError("Nobody has asked for an end.");
        }
    }

    private MemberRuns.Ended carried(MemberName member, RunId run, Consumer<Hold> held, int mine) throws Exception {
        assertAlive(mine);
        for (Hold hold : Hold.values()) {
            if (left.getOrDefault(run, List.of()).contains(hold)) {
                continue;
            }
            if (hold == failsBefore.get(member.value())) {
                return MemberRuns.Ended.plainly(MemberResult.FAILED, "Something broke.");
            }
            log.add(member + " at " + hold);
            held.accept(hold);
            String question = run + " " + hold;
            while (!inbox.containsKey(question) && mine == process) {
                wait();
            }
            assertAlive(mine);
            if (!Boolean.TRUE.equals(inbox.get(question))) {
                log.add(member + " back from " + hold);
                return MemberRuns.Ended.plainly(MemberResult.FAILED, "It came back.");
            }
            left.computeIfAbsent(run, _ -> new ArrayList<>()).add(hold);
            log.add(member + " leaves " + hold);
        }
        return MemberRuns.Ended.plainly(MemberResult.DONE, "It went so.");
    }

    private void assertAlive(int mine) throws InterruptedException {
        if (mine != process) {
            throw new InterruptedException("Our process is gone.");
        }
    }

    private synchronized void answered(RunId run, MemberRuns.HoldAnswer answer) {
        if (wordsLeft-- <= 0) {
            throw new Killed();
        }
        inbox.putIfAbsent(run + " " + answer.place(), answer.on());
        notifyAll();
    }

    /** We are gone, in a test. */
    static final class Killed extends RuntimeException {}
}
