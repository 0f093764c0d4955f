package understudy.documents;

import java.util.List;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.NonPrintableStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Writes a plain value (a text, number or flag, or lists and maps of such) as one line of YAML that our own reader gives back as it
 * was, whatever stands in its texts: a name that a stranger has chosen never becomes a key, a comment or a second line.
 */
public final class YamlLine {
    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setSchema(new CoreSchema())
            .setDefaultFlowStyle(FlowStyle.FLOW)
            .setNonPrintableStyle(NonPrintableStyle.ESCAPE)
            .setUseUnicodeEncoding(false)
            .setMultiLineFlow(false)
            .setSplitLines(false)
            .setWidth(Integer.MAX_VALUE)
            .setMaxSimpleKeyLength(1024)
            .setDereferenceAliases(true)
            .build();

    private YamlLine() {}

    /** The value in flow style. */
    public static String of(Object value) {
        // Within brackets a text is quoted for every place in which it may stand.
        var line = new Dump(SETTINGS).dumpToString(List.of(value)).strip();
        return line.substring(1, line.length() - 1);
    }

    /** A comment, on one line whatever the text holds. */
    public static String comment(String text) {
        var visible = new StringBuilder("# ");
        text.codePoints()
                .forEach(point -> visible.appendCodePoint(
                        Character.isISOControl(point)
                                        || Character.getType(point) == Character.FORMAT
                                        || Character.getType(point) == Character.LINE_SEPARATOR
                                        || Character.getType(point) == Character.PARAGRAPH_SEPARATOR
                                        || Character.getType(point) == Character.SURROGATE
                                ? '?'
                                : point));
        return visible.toString();
    }
}
