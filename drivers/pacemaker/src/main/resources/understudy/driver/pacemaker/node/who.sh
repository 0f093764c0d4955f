# Which node of the cluster is this? Changes nothing.
block name crm_node --name
