package understudy.remote.winrm.ntlm;

/** What the two ends agree on, MS-NLMP section 2.2.2.5. */
final class Flags {
    static final int UNICODE = 0x1;
    static final int REQUEST_TARGET = 0x4;
    static final int SIGN = 0x10;
    static final int SEAL = 0x20;
    static final int NTLM = 0x200;
    static final int ALWAYS_SIGN = 0x8000;
    static final int EXTENDED_SESSION_SECURITY = 0x80000;
    static final int TARGET_INFO = 0x800000;
    static final int VERSION = 0x2000000;
    static final int KEY_128 = 0x20000000;
    static final int KEY_EXCHANGE = 0x40000000;

    /** What we offer, and all of which we need: anything less would be signed or sealed with a shorter key, or not at all. */
    static final int NEEDED = UNICODE
            | SIGN
            | SEAL
            | NTLM
            | ALWAYS_SIGN
            | EXTENDED_SESSION_SECURITY
            | TARGET_INFO
            | KEY_128
            | KEY_EXCHANGE;

    static final int OFFERED = NEEDED | REQUEST_TARGET | VERSION;

    private Flags() {}
}
