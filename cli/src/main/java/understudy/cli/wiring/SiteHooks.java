package understudy.cli.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import understudy.cli.inventory.ClusterEntry.HookEntry;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.documents.json.RecordCodec;
import understudy.engine.ports.Hooks;

/** The hooks that an inventory names, as programs of this machine. */
public final class SiteHooks implements Hooks, AutoCloseable {
    private static final RecordCodec CODEC = new RecordCodec();

    private final List<HookEntry> hooks;
    private final ExecutorService tellings = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<Optional<Finding>>> underWay = new ArrayList<>();

    public SiteHooks(List<HookEntry> hooks) {
        this.hooks = List.copyOf(hooks);
    }

    @Override
    public boolean has(Moment moment) {
        return hooks.stream().anyMatch(hook -> hook.when().contains(moment));
    }

    @Override
    public List<Finding> ask(Call call) {
        return at(call.moment())
                .flatMap(hook -> new HookProgram(hook)
                                .call(json(call))
                                .map(why -> Finding.error(
                                        "HOOK-REFUSES",
                                        subject(call),
                                        "The hook " + hook.name() + ", asked " + words(call) + ", " + why + ".",
                                        "It is asked again every 30 seconds; see to what it waits for."))
                                .stream())
                .toList();
    }

    @Override
    public synchronized void tell(Call call) {
        at(call.moment()).forEach(hook -> underWay.add(tellings.submit(() -> told(hook, call))));
    }

    @Override
    public synchronized List<Finding> failures(boolean toTheEnd) {
        List<Finding> failures = new ArrayList<>();
        underWay.removeIf(telling -> {
            if (!toTheEnd && !telling.isDone()) {
                return false;
            }
            result(telling).ifPresent(failures::add);
            return true;
        });
        return failures;
    }

    /** Ends what is still being told; a run that has ended in good order has waited for it. */
    @Override
    public void close() {
        tellings.shutdownNow();
    }

    private java.util.stream.Stream<HookEntry> at(Moment moment) {
        return hooks.stream().filter(hook -> hook.when().contains(moment));
    }

    private static Optional<Finding> told(HookEntry hook, Call call) {
        return new HookProgram(hook)
                .call(json(call))
                .map(why -> Finding.warning(
                        "HOOK-FAILED",
                        subject(call),
                        "The hook " + hook.name() + ", told " + words(call) + ", " + why + ".",
                        "The run goes on; do by hand what the hook is for."));
    }

    private static Optional<Finding> result(Future<Optional<Finding>> telling) {
        try {
            return telling.get();
        } catch (InterruptedException broken) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (CancellationException never) {
            return Optional.empty();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("A hook's call broke off.", bug);
        }
    }

    /** The call as one line of JSON; {@code docs/hooks.md} tells what stands in it. */
    static String json(Call call) {
        return CODEC.write(Call.class, call);
    }

    private static String subject(Call call) {
        return call.node()
                .map(NodeId::value)
                .or(() -> call.group().map(Object::toString))
                .orElse(call.run().value());
    }

    private static String words(Call call) {
        String moment = call.moment().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String of = call.group()
                .map(group -> " of " + group)
                .or(() -> call.node().map(node -> " " + node))
                .orElse("");
        return call.moment().name().endsWith("RUN") ? moment.replace("run", "the run") : moment + of;
    }
}
