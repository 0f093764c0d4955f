# What an inventory needs beside the cluster's own view: which node this is, and by which addresses the nodes talk. Changes nothing.
look
block name crm_node --name
block nodelist corosync-cmapctl nodelist.
