# What this node's own cluster software, running or not, says of the configuration that it would join with. Changes nothing.
complaints() { "$@" 2>&1; }
block features pacemakerd --features
block corosync complaints corosync -t
block configuration complaints crm_verify --xml-file /var/lib/pacemaker/cib/cib.xml
