package understudy.cli.inventory;

import java.util.List;
import understudy.cli.inventory.ClusterEntry.HookEntry;
import understudy.cli.inventory.SiteEntry.SiteHookEntry;
import understudy.documents.Fields;
import understudy.engine.ports.Hooks;
import understudy.engine.site.SitePrograms;

/** Reads one hook, of a cluster or of a site: when it is called, what it is, how long it may take. */
final class HookReader {
    private HookReader() {}

    static HookEntry read(String name, Fields fields) {
        List<Hooks.Moment> when = moments(fields, Hooks.Moment.class, "before-outage");
        CommandEntry command = CommandEntry.read(fields);
        fields.end();
        return new HookEntry(name, when, command.words(), command.deadline());
    }

    static SiteHookEntry ofSite(String name, Fields fields) {
        List<SitePrograms.Moment> when = moments(fields, SitePrograms.Moment.class, "before-wave");
        CommandEntry command = CommandEntry.read(fields);
        fields.end();
        return new SiteHookEntry(name, when, command);
    }

    private static <E extends Enum<E>> List<E> moments(Fields fields, Class<E> all, String one) {
        List<E> when = fields.choices("when", all);
        if (fields.has("when") && when.isEmpty()) {
            fields.reject("when", "the hook is called at no moment: name one, such as " + one);
        }
        return when;
    }
}
