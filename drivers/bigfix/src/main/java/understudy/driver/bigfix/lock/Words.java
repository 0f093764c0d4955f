package understudy.driver.bigfix.lock;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes a name as one word of letters, digits, dots and dashes, and reads it back. */
final class Words {
    private Words() {}

    static String word(String text) {
        var word = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) octet;
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '.'
                    || c == '-'
                    || c == '_';
            word.append(plain ? String.valueOf(c) : "~" + HexFormat.of().toHexDigits(octet));
        }
        return word.isEmpty() ? "~" : word.toString();
    }

    static String text(String word) {
        var bytes = new java.io.ByteArrayOutputStream();
        for (int at = 0; at < word.length(); at++) {
            if (word.charAt(at) != '~') {
                bytes.write(word.charAt(at));
            } else if (at + 2 < word.length()) {
                bytes.write(HexFormat.fromHexDigits(word, at + 1, at + 3));
                at += 2;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
