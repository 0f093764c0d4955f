package understudy.emulated.windows.winrm;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** As much of ASN.1's DER (X.690) as a certificate needs. */
final class Der {
    private Der() {}

    static byte[] tagged(int tag, byte[]... contents) {
        var content = new ByteArrayOutputStream();
        for (var part : contents) {
            content.writeBytes(part);
        }
        int length = content.size();
        var whole = new ByteArrayOutputStream();
        whole.write(tag);
        if (length < 0x80) {
            whole.write(length);
        } else if (length < 0x100) {
            whole.write(0x81);
            whole.write(length);
        } else {
            whole.write(0x82);
            whole.write(length >> 8);
            whole.write(length);
        }
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    static byte[] sequence(byte[]... contents) {
        return tagged(0x30, contents);
    }

    static byte[] integer(BigInteger value) {
        return tagged(2, value.toByteArray());
    }

    static byte[] bits(byte[] value) {
        return tagged(3, new byte[] {0}, value);
    }

    static byte[] ascii(int tag, String text) {
        return tagged(tag, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** An object identifier whose numbers after the second are given as they stand. */
    static byte[] oid(int first, int second, int... others) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(first * 40 + second);
        for (int number : others) {
            for (int shift = 28; shift > 0; shift -= 7) {
                if (number >> shift != 0) {
                    bytes.write(((number >> shift) & 0x7F) | 0x80);
                }
            }
            bytes.write(number & 0x7F);
        }
        return tagged(6, bytes.toByteArray());
    }
}
