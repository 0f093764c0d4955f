package understudy.engine.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import understudy.core.model.RunId;

/**
 * The owner's own programs, as a site's run calls them: hooks that are asked before and told after it and its waves, commands that prove or
 * list something. Each call takes its time, and ends by the program's own deadline.
 */
public interface SitePrograms {
    /** When a hook is called. */
    enum Moment {
        BEFORE_RUN,
        BEFORE_WAVE,
        AFTER_WAVE,
        AFTER_RUN
    }

    /**
     * What a hook is told. A run that is resumed calls again what it may have called before its end.
     *
     * @param wave empty for the run as a whole
     * @param result how it has ended; empty before that
     */
    record Call(Moment moment, RunId run, String site, Optional<String> wave, Optional<String> result, Instant at) {}

    /** What a command has said; why not, where it did not end with success. */
    record Said(boolean succeeded, String words) {}

    /** Whether anybody is to be called at such moments. */
    boolean has(Moment moment);

    /** A sentence of each hook that does not agree, or has not heard. */
    List<String> call(Call call);

    /** Runs the command that proves what else a person would have to vouch for. */
    Said prove(String confirmation);

    /** Runs the command that lists what is compared. */
    Said list(String comparison);

    /** A site without any. */
    static SitePrograms none() {
        return new SitePrograms() {
            @Override
            public boolean has(Moment moment) {
                return false;
            }

            @Override
            public List<String> call(Call call) {
                return List.of();
            }

            @Override
            public Said prove(String confirmation) {
                return new Said(false, "no command proves it");
            }

            @Override
            public Said list(String comparison) {
                return new Said(false, "no command lists it");
            }
        };
    }
}
