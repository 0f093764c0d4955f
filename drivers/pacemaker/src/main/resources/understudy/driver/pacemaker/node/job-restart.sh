# Asks the system to restart. The job's record, with the boot in which it was asked, is on disk before this runs.
PATH=/usr/sbin:/usr/bin:/sbin:/bin
sync
systemctl reboot
