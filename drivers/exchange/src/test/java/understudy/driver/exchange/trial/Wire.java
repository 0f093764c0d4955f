package understudy.driver.exchange.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import understudy.emulated.classic.OldWorld;
import understudy.emulated.world.SteppingClock;
import understudy.emulated.world.World;

/** Everything that goes over the wire to the nodes of one world: written down, and cut where it is told to. */
public final class Wire {
    final List<Sent> sent = new ArrayList<>();
    private final Map<Thread, Call> scripts = new ConcurrentHashMap<>();
    private Optional<Cut> cut = Optional.empty();
    private String step = "opening";

    /** One command on its way; its script runs on a thread of its own. */
    static final class Call {
        final Sent sent;
        final Optional<Cut> cut;
        final SteppingClock.Gate over;
        volatile boolean isCut;

        Call(Sent sent, Optional<Cut> cut, SteppingClock.Gate over) {
            this.sent = sent;
            this.cut = cut.filter(one -> one.call() == sent.call());
            this.over = over;
        }

        boolean isCutAt(int place) {
            return cut.filter(one -> one.place() == place).isPresent();
        }

        Cut.How how() {
            return cut.orElseThrow().how();
        }
    }

    public Wire(World world) {
        world.watchScripts((_, command) -> about(command));
    }

    public Wire(OldWorld world) {
        world.watch(this::about);
    }

    /** From now on the commands count from 0, and this cut is made. */
    void begin(Optional<Cut> next) {
        sent.clear();
        cut = next;
    }

    /** The step that the run is at. */
    void at(String now) {
        step = now;
    }

    Call call(String node, String script, SteppingClock.Gate over) {
        var call = new Call(new Sent(sent.size(), step, node, script), cut, over);
        sent.add(call.sent);
        return call;
    }

    /** The thread that this is called on runs the script of that call. */
    void runs(Call call) {
        scripts.put(Thread.currentThread(), call);
    }

    private void about(String command) throws InterruptedException {
        var call = scripts.get(Thread.currentThread());
        if (call == null) {
            return;
        }
        call.sent.commands().add(command);
        if (!call.isCutAt(call.sent.commands().size())) {
            return;
        }
        call.isCut = true;
        call.over.open();
        if (call.how().endsTheScript()) {
            throw new InterruptedException("cut");
        }
    }
}
