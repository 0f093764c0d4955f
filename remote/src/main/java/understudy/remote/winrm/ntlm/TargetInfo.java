package understudy.remote.winrm.ntlm;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a server says of itself in its challenge: numbered attributes in their order, MS-NLMP section 2.2.2.1. */
final class TargetInfo {
    private static final int END = 0;
    private static final int FLAGS = 6;
    private static final int TIMESTAMP = 7;
    private static final int TARGET_NAME = 9;
    private static final int CHANNEL_BINDINGS = 10;
    private static final int MIC_PROVIDED = 2;

    private final Map<Integer, byte[]> attributes = new LinkedHashMap<>();

    /** @throws NtlmException if the list is cut off or has no end mark */
    static TargetInfo read(byte[] bytes) throws NtlmException {
        var info = new TargetInfo();
        var buffer = Bytes.little(bytes);
        while (buffer.remaining() >= 4) {
            int id = buffer.getShort() & 0xFFFF;
            int length = buffer.getShort() & 0xFFFF;
            if (id == END) {
                return info;
            }
            if (length > buffer.remaining()) {
                break;
            }
            var value = new byte[length];
            buffer.get(value);
            info.attributes.put(id, value);
        }
        throw new NtlmException("its list of attributes is cut off");
    }

    boolean hasTime() {
        return attributes.containsKey(TIMESTAMP);
    }

    byte[] timeOr(byte[] ours) {
        return attributes.getOrDefault(TIMESTAMP, ours);
    }

    /** Says that the message that carries this has an integrity code. */
    void promiseMic() {
        int before = attributes.containsKey(FLAGS)
                ? Bytes.little(attributes.get(FLAGS)).getInt()
                : 0;
        attributes.put(FLAGS, Bytes.int32(before | MIC_PROVIDED));
    }

    /** Binds the login to the service that was asked for, and to the TLS connection where there is one (else sixteen zeros). */
    void bind(String servicePrincipal, byte[] channelBindings) {
        attributes.put(TARGET_NAME, Hashes.utf16(servicePrincipal));
        attributes.put(CHANNEL_BINDINGS, channelBindings);
    }

    byte[] bytes() {
        int size =
                attributes.values().stream().mapToInt(value -> value.length + 4).sum();
        return Bytes.written(size + 4, buffer -> {
            attributes.forEach((id, value) -> buffer.putShort(id.shortValue())
                    .putShort((short) value.length)
                    .put(value));
            buffer.putInt(END);
        });
    }
}
