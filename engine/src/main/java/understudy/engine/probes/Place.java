package understudy.engine.probes;

import java.util.regex.Pattern;

/** What may stand where a probe's address stands: nothing that could end a line of a protocol. */
final class Place {
    static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._:%-]{1,255}");

    private Place() {}
}
