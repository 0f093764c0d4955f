package understudy.cli.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import understudy.core.site.SiteMember;
import understudy.core.site.SitePlan;
import understudy.core.site.Wave;

/** What comes before what in a site, as text. */
public final class SiteWaves {
    private static final int SHOWN = 8;

    private SiteWaves() {}

    public static List<String> lines(String site, SitePlan plan) {
        List<String> lines = new ArrayList<>();
        int members =
                plan.waves().stream().mapToInt(wave -> wave.members().size()).sum();
        lines.add("Site " + site + ": " + members + " members in "
                + plan.waves().size() + " waves; " + plan.failures() + " may fail before nobody else is begun"
                + plan.procedure().map(name -> "; by " + name).orElse("") + ".");
        for (Wave wave : plan.waves()) {
            wave.confirmations()
                    .forEach(each -> lines.add("  ? " + each.text()
                            + (each.byAnother() ? " (Somebody else than who starts the run says so.)" : "")
                            + (each.byProof() ? " (Your command proves it, or a person is asked.)" : "")));
            wave.comparisons()
                    .forEach(each -> lines.add("  = " + each.text() + ": listed before, compared behind the tier."));
            lines.add("  " + wave(wave));
        }
        plan.notices().forEach(notice -> lines.add("  ! " + notice));
        lines.add("");
        return lines.stream().map(Printable::line).toList();
    }

    private static String wave(Wave wave) {
        String names = wave.members().stream()
                .limit(SHOWN)
                .map(SiteMember::name)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        int more = wave.members().size() - SHOWN;
        return wave.name() + ": " + names + (more > 0 ? " and " + more + " more" : "") + "; " + wave.atOnce()
                + " at once" + (wave.together() ? ", those of one pool together" : "")
                + (wave.pause().isZero() ? "" : ", after a pause of " + Spans.of(wave.pause()))
                + (wave.approval() ? ", once somebody says yes" : "") + "; " + wave.failures() + " may fail.";
    }
}
